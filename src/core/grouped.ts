/**
 * A number as English texts write it: 1,234,567. Whole ones are written without `Intl`, whose first use takes some 9 ms, and
 * every start says one before the first call.
 */
export function grouped(value: number): string {
  if (!Number.isSafeInteger(value)) return value.toLocaleString('en-US');
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
