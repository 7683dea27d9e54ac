import type { Part } from '../parts/part.ts';
import { wordCount, wordsOf } from './plain-words.ts';
import { aboutOf, headingText } from './section-of.ts';
import type { LinkMark } from './link-mark.ts';

// OpenSpec: `### Requirement: Two-factor login` and below it `#### Scenario: A wrong code`.
const titled = /^(?:scenario(?: outline)?|requirement):\s*(\S.*)$/i;
const quoted = /`([^`\n]{1,200})`|"([^"\n]{1,200})"|“([^”\n]{1,200})”/g;

/** Titles of scenarios that tests repeat, and names of tests that the spec quotes. */
export function linksByTitle(parts: readonly Part[]): readonly LinkMark[] {
  return parts.flatMap((part) => {
    const title = part.kind === 'heading' ? titled.exec(headingText(part))?.[1] : undefined;
    if (title !== undefined) return marked(headingText(part), title, aboutOf(part, parts));
    return [...part.present.matchAll(quoted)].flatMap(([mark, code, straight, curly]) =>
      namesIn(mark, code ?? straight ?? curly ?? '', aboutOf(part, parts)),
    );
  });
}

function marked(mark: string, title: string, parts: readonly string[]): readonly LinkMark[] {
  const words = wordsOf(title);
  // One common word in the middle of a test's name is no link.
  const isOneWord = wordCount(words) < 2;
  const names: LinkMark['names'] = (test) => (isOneWord ? test.title === words : test.words.includes(words));
  return words.trim() === '' ? [] : [{ mark, parts, names }];
}

// The name of a test is quoted whole. A single word, such as that of a function, is no name of a test.
function namesIn(mark: string, text: string, parts: readonly string[]): readonly LinkMark[] {
  const words = wordsOf(text);
  if (wordCount(words) < 2) return [];
  return [{ mark, parts, names: (test) => test.words === words || test.title === words }];
}
