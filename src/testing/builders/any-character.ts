import fc from 'fast-check';

// Halves of a surrogate pair are no characters.
const surrogates = { first: 0xd8_00, count: 0x8_00 };

/**
 * The unit of a text of any characters. fast-check's own `binary` means the same, but lists all million of them before
 * its first text, which costs every test file a second.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .nat(0x10_ff_ff - surrogates.count)
  .map(characterAt, placeOf);

function characterAt(place: number): string {
  return String.fromCodePoint(place < surrogates.first ? place : place + surrogates.count);
}

function placeOf(character: unknown): number {
  const codePoint = typeof character === 'string' ? character.codePointAt(0) : undefined;
  if (codePoint === undefined) throw new Error(`not a character: ${String(character)}`);
  return codePoint < surrogates.first ? codePoint : codePoint - surrogates.count;
}
