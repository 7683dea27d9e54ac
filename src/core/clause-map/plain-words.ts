/**
 * A text as its words in small letters between single spaces, whatever separates them: `rounds_halfUp` and "Rounds half
 * up" are the same. With a space at both ends, so that `includes` finds whole words only.
 */
export function wordsOf(text: string): string {
  const words = text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return ` ${(words ?? []).join(' ')} `;
}

/** How many words such a text has. */
export function wordCount(words: string): number {
  return words.trim() === '' ? 0 : words.trim().split(' ').length;
}
