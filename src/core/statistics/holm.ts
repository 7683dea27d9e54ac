/**
 * Holm's step-down adjustment (Holm 1979): adjusted p-values that keep the chance of any false alarm among all
 * questions at alpha, whatever their dependence. The output has the order of the input.
 */
export function holm(pValues: readonly number[]): number[] {
  const ascending = pValues.map((p, index) => ({ p, index })).toSorted((one, other) => one.p - other.p);
  const adjusted: number[] = Array.from({ length: pValues.length }, () => 1);
  let largest = 0;
  for (const [rank, { p, index }] of ascending.entries()) {
    largest = Math.max(largest, Math.min(1, p * (pValues.length - rank)));
    adjusted[index] = largest;
  }
  return adjusted;
}
