/** The version in what a program printed when it was asked for it; null if there is none. */
export function versionIn(text: string): string | null {
  const found = /(?<![\w.])v?(\d{1,9}\.\d{1,9}(?:\.\d{1,9})?(?:[-+][0-9A-Za-z.+-]{1,40})?)(?![\w])/.exec(
    text,
  );
  return found?.[1] ?? null;
}

/** Whether a version is older than another. What follows `-` or `+` is not looked at. */
export function isOlder(version: string, other: string): boolean {
  const [one, two] = [numbersOf(version), numbersOf(other)];
  const at = one.findIndex((number, index) => number !== two[index]);
  return at !== -1 && (one[at] ?? 0) < (two[at] ?? 0);
}

function numbersOf(version: string): readonly number[] {
  const numbers = (/^[\d.]+/.exec(version)?.[0] ?? '').split('.').map(Number);
  return [0, 1, 2].map((index) => numbers[index] ?? 0);
}
