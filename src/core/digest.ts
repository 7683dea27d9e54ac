import { createHash } from 'node:crypto';

/** SHA-256 of a value's canonical JSON (keys sorted at every depth), in hex. All keys are made with it. */
export function digest(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** Like `digest` of an object, for many values of its last key; the shared part is hashed once. */
export function digestSeries(
  value: Readonly<Record<string, unknown>>,
  lastKey: string,
): (last: unknown) => string {
  if (Object.keys(value).some((key) => key >= lastKey)) throw new Error(`${lastKey} is not the last key`);
  const comma = Object.keys(value).length > 0 ? ',' : '';
  const shared = createHash('sha256').update(
    `${canonical(value).slice(0, -1)}${comma}${JSON.stringify(lastKey)}:`,
  );
  return (last) =>
    shared
      .copy()
      .update(`${canonical(last)}}`)
      .digest('hex');
}

/** SHA-256 of the bytes of a text in hex, as `sha256sum` prints it. */
export function textDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** SHA-256 of a text in base64, as a Content-Security-Policy names a style or script that it allows. */
export function sourceHash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

// Written as a whole, which is more than twice as fast, and there are tens of thousands of records.
function canonical(value: unknown): string {
  return isInOwnOrder(value) ? (JSON.stringify(inOrder(value)) ?? 'null') : spelledOut(value);
}

// An object lists names that are whole numbers first, and takes `__proto__` for its prototype.
function isInOwnOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every((item) => isInOwnOrder(item));
  for (const key of Object.keys(value))
    if (/^(?:\d|__proto__$)/.test(key) || !isInOwnOrder(Reflect.get(value, key))) return false;
  return true;
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => inOrder(item));
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(value).toSorted()) ordered[key] = inOrder(Reflect.get(value, key));
  return ordered;
}

function spelledOut(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => spelledOut(item)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members: string[] = [];
  for (const key of Object.keys(value).toSorted()) {
    const item: unknown = Reflect.get(value, key);
    if (item !== undefined) members.push(`${JSON.stringify(key)}:${spelledOut(item)}`);
  }
  return `{${members.join(',')}}`;
}
