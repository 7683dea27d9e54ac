import { createHash } from 'node:crypto';

/** SHA-256 of a value's canonical JSON (keys sorted, at every depth), in hex: the one way keys are made. */
export function digest(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** Digests of the same object with each of these values under its last key; as `digest` of each, but the rest is read once. */
export function digestsOf(
  value: Readonly<Record<string, unknown>>,
  last: { readonly key: string; readonly values: readonly unknown[] },
): readonly string[] {
  if (Object.keys(value).some((key) => key >= last.key)) throw new Error(`${last.key} is not the last key`);
  const shared = createHash('sha256').update(
    `${canonical(value).slice(0, -1)}${Object.keys(value).length > 0 ? ',' : ''}${JSON.stringify(last.key)}:`,
  );
  return last.values.map((each) =>
    shared
      .copy()
      .update(`${canonical(each)}}`)
      .digest('hex'),
  );
}

/** SHA-256 of a text in base64, as a Content-Security-Policy names the style or script it allows. */
export function sourceHash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}
