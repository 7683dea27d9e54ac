import { createHash } from 'node:crypto';

/** SHA-256 of a value's canonical JSON (keys sorted, at every depth), in hex: the one way keys are made. */
export function digest(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** SHA-256 of a text in base64, as a Content-Security-Policy names an inline style. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}
