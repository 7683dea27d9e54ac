import type { Hunk } from '../../specs/spec.ts';

/** Hunks that share words with the names of these tests first, otherwise in their order. A guess, and said as one. */
export function rankHunks(hunks: readonly Hunk[], tests: readonly string[]): readonly Hunk[] {
  const held = new Map(
    hunks.map(({ removed, added, index }) => [index, new Set(wordsOf([...removed, ...added].join(' ')))]),
  );
  // The words of the test itself count twice, those of its file and suite once.
  const asked = tests.flatMap((test) => [...wordsOf(test), ...wordsOf(leafOf(test))]);
  const scoreOf = ({ index }: Hunk): number =>
    asked.reduce(
      (sum, word) => sum + (held.get(index)?.has(word) === true ? weightOf(word, [...held.values()]) : 0),
      0,
    );
  return hunks.toSorted((one, other) => scoreOf(other) - scoreOf(one));
}

// A word that stands in every hunk says nothing about any of them.
function weightOf(word: string, held: readonly ReadonlySet<string>[]): number {
  const hunks = held.filter((words) => words.has(word)).length;
  return hunks === held.length ? 0 : 1 / hunks;
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
