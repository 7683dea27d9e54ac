import type { CutSpec } from '../parts/part.ts';
import type { StatedLink } from './link-mark.ts';
import { linksByNumber } from './links-by-number.ts';
import { linksByPath } from './links-by-path.ts';
import { linksByTitle } from './links-by-title.ts';
import { wordsOf } from './plain-words.ts';

/**
 * Links between parts and tests as the spec's text and the tests' names state them: paths of test files, titles of
 * scenarios and tests, numbers of requirements. Nobody is asked and no test file is read.
 */
export function statedLinks({ parts }: CutSpec, tests: readonly string[]): readonly StatedLink[] {
  const marks = [...linksByPath(parts), ...linksByTitle(parts), ...linksByNumber(parts)];
  const named = tests.map((id) => {
    return { id, words: wordsOf(id), title: wordsOf(id.split(' > ').at(-1) ?? id) };
  });
  const links = marks.flatMap(({ mark, parts: about, names }) =>
    about.length === 0
      ? []
      : named.filter((test) => names(test)).map(({ id: test }) => ({ mark, parts: about, test })),
  );
  const first = new Map(links.toReversed().map((link) => [`${link.test} ${link.parts.join(' ')}`, link]));
  return links.filter((link) => first.get(`${link.test} ${link.parts.join(' ')}`) === link);
}
