/**
 * How much each text shares with the names of these tests, in the order of the texts: 0 = no word, more = more words, and
 * rarer ones. A guess about what belongs together, never evidence.
 */
export function sharedWords(texts: readonly string[], tests: readonly string[]): readonly number[] {
  const held = texts.map((text) => new Set(wordsOf(text)));
  const textsWith = new Map<string, number>();
  for (const words of held) for (const word of words) textsWith.set(word, (textsWith.get(word) ?? 0) + 1);
  // A word that stands in every text says nothing about any of them.
  const weightOf = (word: string): number => {
    const count = textsWith.get(word) ?? 0;
    return count === texts.length ? 0 : 1 / count;
  };
  // The words of the test itself count twice, those of its file and suite once.
  const asked = tests.flatMap((test) => [...wordsOf(test), ...wordsOf(leafOf(test))]);
  return held.map((words) => asked.reduce((sum, word) => sum + (words.has(word) ? weightOf(word) : 0), 0));
}

function leafOf(test: string): string {
  return test.split(/ > |::|\//).at(-1) ?? test;
}

/** The words of a text or a test's name without their endings: `roundsHalfUp` and `rounded_half_up` have the same. */
function wordsOf(text: string): readonly string[] {
  return (text.match(/\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+/gu) ?? [])
    .map((word) => word.toLowerCase().replace(/(?<=\p{L}{3})(?:e?s|e?d|ing)$/u, ''))
    .filter((word) => word.length > 1 || /\p{N}/u.test(word));
}
