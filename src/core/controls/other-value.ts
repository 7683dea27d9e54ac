/** Two other values for a literal as it is written, quotes included; none if it cannot be changed safely. */
export function otherValues(kind: 'number' | 'string' | 'boolean', written: string): readonly string[] {
  switch (kind) {
    case 'number':
      return otherNumbers(written);
    case 'string':
      return otherStrings(written);
    case 'boolean':
      return [opposites[written] ?? ''].filter((other) => other !== '');
  }
}

const opposites: Readonly<Record<string, string>> = {
  true: 'false',
  false: 'true',
  True: 'False',
  False: 'True',
};

// The first one is near, the second one far away: a tolerance of the assertion may cover the near one.
function otherNumbers(written: string): readonly string[] {
  const [, whole = '', rest = ''] = /^(\d[\d_]*)((?:\.[\d_]*)?(?:[eE][+-]?\d+)?\w*)$/.exec(written) ?? [];
  if (whole === '' || (/^0\d/.test(whole) && whole.length > 1)) return [];
  const value = BigInt(whole.replaceAll('_', ''));
  return [`${value + 1n}${rest}`, `${value + (value < 100n ? 17n : value / 3n)}${rest}`];
}

function otherStrings(written: string): readonly string[] {
  const quote = written[0] ?? '';
  const inner = written.slice(1, -1);
  const appended = ['x', 'qx'].map((end) => `${quote}${inner}${end}${quote}`);
  // An escape or a place that is filled in must stay whole.
  if (/[\\%{$]/.test(inner)) return appended;
  const letters = [...inner.matchAll(/[A-Za-z0-9]/g)].map(({ index }) => index);
  const [first] = letters;
  const last = letters.at(-1);
  if (first === undefined || last === undefined) return appended;
  const at = (index: number): string =>
    `${quote}${inner.slice(0, index)}${neighbour(inner[index] ?? '')}${inner.slice(index + 1)}${quote}`;
  return first === last ? [at(last), ...appended.slice(1)] : [at(last), at(first)];
}

function neighbour(letter: string): string {
  if (letter === '9' || letter === 'z' || letter === 'Z')
    return String.fromCodePoint((letter.codePointAt(0) ?? 0) - 1);
  return String.fromCodePoint((letter.codePointAt(0) ?? 0) + 1);
}
