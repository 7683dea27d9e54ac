import { diffWords, diffWordsWithSpace } from 'diff';
import { codeLine } from './code-text.ts';
import { h } from './element.ts';
import type { Content } from './element.ts';

/** Two versions of a line, with the words that only one of them has marked. */
export function markedWords(before: string, after: string): readonly [Content, Content] {
  const [one, other] = [codeLine(before, 1000), codeLine(after, 1000)];
  const parts = one.length + other.length > 1600 ? undefined : wordsOf(one, other);
  // Where nearly all words of two lines differ, the words that they happen to share mean nothing.
  const common = (parts ?? []).reduce(
    (sum, part) => sum + (part.added || part.removed ? 0 : part.value.length),
    0,
  );
  if (parts === undefined || common < (one.length + other.length) / 6) return [one, other];
  return [
    parts.flatMap(({ value, added, removed }) => (added ? [] : [removed ? h('del', {}, value) : value])),
    parts.flatMap(({ value, added, removed }) => (removed ? [] : [added ? h('ins', {}, value) : value])),
  ];
}

/** What two lines share and what only one has. Blanks that both have do not count as something shared. */
function wordsOf(one: string, other: string): ReturnType<typeof diffWords> {
  const parts = diffWords(one, other);
  const textOf = (side: 'added' | 'removed'): string =>
    parts
      .filter((part) => !part[side])
      .map(({ value }) => value)
      .join('');
  // That way of comparing takes blanks for equal, and a page shows each text as it is.
  return textOf('added') === one && textOf('removed') === other ? parts : diffWordsWithSpace(one, other);
}
