import { expect, test } from '@jest/globals';
import { importsIn } from './imports.ts';

const of = (text: string, path = 'docs/AGENTS.md'): readonly string[] => importsIn({ path, text });

test('an import is a path after @, from the folder of the file that names it', () => {
  expect(of('See @style.md and @../README.md, then @./a/__init__.md.\n\n- @deep/er.md\n')).toEqual([
    'docs/style.md',
    'README.md',
    'docs/a/__init__.md',
    'docs/deep/er.md',
  ]);
  expect(of('@a.md', 'AGENTS.md')).toEqual(['a.md']);
});

test.each([
  ['in a code span', 'Write `@a.md` to import.'],
  ['in a fenced block', '```\n@a.md\n```\n'],
  ['in an indented block', 'x\n\n    @a.md\n'],
  ['in a comment', '<!-- @a.md -->\n'],
  ['inside a word', 'someone@a.md'],
  ['out of the tree', '@../../a.md'],
  ['of the machine', '@/etc/passwd @~/notes.md'],
])('%s is no import', (_, text) => {
  expect(of(text)).toEqual([]);
});

test('an import that is named twice is one', () => {
  expect(of('@a.md @a.md')).toEqual(['docs/a.md']);
});

test('a text of as many headings as a file may have is read to its end', () => {
  expect(of(`@a.md\n${'#\n'.repeat(131_000)}`)).toEqual(['docs/a.md']);
});
