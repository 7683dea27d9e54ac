import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aVersion } from '../../testing/builders/a-question.ts';
import { prunedTree } from '../../testing/parts/pruned-tree.ts';
import { removedStretches } from '../../testing/parts/removed-stretches.ts';
import { cutClauses } from './cut-clauses.ts';
import type { CutSpec, Part } from './part.ts';
import { presence, textsWith } from './texts-with.ts';

const spec = `---
name: durations
---
# Durations

Durations are numbers with units. The parser MUST round half up, e.g. 1.5 to 2. Halves never go down.

## Rounding

Text:
- Accept the units **s** and **m**.
- Reject others:
  - with a \`RangeError\`,
  - also for "-0".

Then:

- Trim the text.

| unit | seconds |
| --- | --- |
| m | 60 |
| h | 3600 |

### Empty

See [the table][t].

[t]: https://example.org/table
`;

test('list items, table rows, sentences with a requirement and paragraphs are clauses', () => {
  const cut = cutText(spec);
  expect(cut.parts.map(({ lines, kind, present }) => [lines[0], kind, present.trim()])).toEqual([
    [4, 'heading', '# Durations'],
    [6, 'explanation', 'Durations are numbers with units.'],
    [6, 'requirement', 'The parser MUST round half up, e.g. 1.5 to 2.'],
    [6, 'requirement', 'Halves never go down.'],
    [8, 'heading', '## Rounding'],
    [10, 'explanation', 'Text:'],
    [11, 'requirement', '- Accept the units **s** and **m**.'],
    [12, 'requirement', '- Reject others:'],
    [13, 'explanation', '- with a `RangeError`,'],
    [14, 'explanation', '- also for "-0".'],
    [16, 'explanation', 'Then:'],
    [18, 'explanation', '- Trim the text.'],
    [20, 'heading', '| unit | seconds |\n| --- | --- |'],
    [22, 'explanation', '| m | 60 |'],
    [23, 'explanation', '| h | 3600 |'],
    [25, 'heading', '### Empty'],
    [27, 'explanation', 'See [the table][t].'],
  ]);
});

test('a sentence ends behind its stop, also where a line of an item begins with code', () => {
  expect(
    cutText('- It will\n  `a`, though `b` will not. Others\n  `c` must. End.\n').parts.map(
      ({ present }) => present,
    ),
  ).toEqual(['- It will\n  `a`, though `b` will not. ', 'Others\n  `c` must. ', 'End.']);
});

test('sections, lists, tables and paragraphs are groups, the outer ones first', () => {
  const cut = cutText(spec);
  expect(cut.groups.map(({ title, parts }) => [title, parts.length])).toEqual([
    ['SPEC.md', 17],
    ['Durations', 17],
    ['Durations are numbers with units. The parser MUST round hal…', 3],
    ['Rounding', 13],
    ['- Accept the units **s** and **m**. - Reject others: - with…', 4],
    ['Reject others:', 3],
    ['- with a `RangeError`, - also for "-0".', 2],
    ['unit | seconds', 3],
    ['Empty', 2],
  ]);
});

test('a heading goes with the last part of its section, and the head of a table with its last row', () => {
  const without = (...words: readonly string[]): string =>
    textWithout(spec, ({ present }) => words.some((word) => present.includes(word)));
  expect(without('# Durations')).toBe(spec);
  expect(without('| m', '| h')).not.toContain('| unit');
  expect(without('| m')).toContain('| --- | --- |\n| h | 3600 |\n');
  expect(without('See ')).not.toContain('Empty');
});

test('the first words of an item stay with what stands below them', () => {
  const isLead = ({ present }: Part): boolean => present.includes('Reject others');
  expect(textWithout(spec, isLead)).toBe(spec);
  expect(textWithout(spec, (part) => isLead(part) || /RangeError|-0/.test(part.present))).toContain(
    'Text:\n- Accept the units **s** and **m**.\n\nThen:\n',
  );
});

test('words between two lists stay while the second does: without them it would join the first', () => {
  const isThen = ({ present }: Part): boolean => present.includes('Then:');
  expect(textWithout(spec, isThen)).toBe(spec);
  expect(textWithout(spec, (part) => isThen(part) || part.present.includes('Trim'))).toContain(
    '"-0".\n\n| unit | seconds |\n',
  );
});

test('front matter and the targets of links are always there', () => {
  expect(textWithout(spec, () => true)).toBe('---\nname: durations\n---\n\n[t]: https://example.org/table\n');
});

test('the first item of a list directly below its words stays with the others, which could not begin it', () => {
  const full = '- Two things:\n  1. one\n  2. two\n- more\n';
  expect(textWithout(full, ({ present }) => present.includes('1. one'))).toBe(full);
  expect(textWithout(full, ({ present }) => present.includes('2. two'))).toBe(
    '- Two things:\n  1. one\n- more\n',
  );
});

test('a list that is always there stays below its headings: without them it would join a list of another section', () => {
  const full = '# T\n\n- a\n\n## U\n\n### V\n\n- b:\n  - - [n<d>]: v1<d>v2\n- c\n\n## W\n\n- d\n';
  expect(textWithout(full, ({ present }) => present !== '- a\n')).toBe(
    '# T\n\n- a\n\n## U\n\n### V\n\n- b:\n  - - [n<d>]: v1<d>v2\n- c\n',
  );
});

test('a text that is no Markdown, or takes too long to read as such, is one part', () => {
  for (const [path, text] of [
    ['spec.adoc', '= T\n\n* one\n'],
    ['SPEC.md', '> '.repeat(4000)],
  ] as const) {
    const cut = cutClauses(aVersion('head', { files: [{ path, text }] }));
    expect(cut.parts.map(({ present }) => present)).toEqual([text]);
  }
});

test('the same clause has the same id wherever it is cut, and equal ones differ', () => {
  const ids = cutText('- a\n- b\n- a\n').parts.map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
  expect(cutText('Before.\n\n- b\n- a\n').parts.map(({ id }) => id)).toEqual([
    expect.any(String),
    ids[1],
    ids[0],
  ]);
});

test('an item with a fence that is never closed ends where the next item begins', () => {
  const full = '- a must:\n  ```\n- b must.\n';
  expect(cutText(full).parts.map(({ present }) => present)).toEqual(['- a must:\n  ```\n', '- b must.\n']);
  expect(textWithout(full, () => false)).toBe(full);
});

test('a marker without words below a paragraph stays with its list, which is none without it', () => {
  const full = 'Words.\n- a\n- \n  - n\n';
  expect(cutText(full).parts.map(({ present }) => present)).toEqual(['Words.\n', '- a\n- \n  - n\n']);
});

const line = fc.constantFrom(
  ...[
    '',
    '',
    '# T',
    '## U',
    '```',
    '| x | y |',
    '| - | - |',
    '> q',
    '---',
    '===',
    '    code',
    '<b>',
    '<div>',
  ],
  ...[
    '- a',
    '- b must. It is c.',
    '  - n',
    '   - in',
    '  more',
    '  `c` must. It',
    '* s',
    '+',
    '1. one',
    '2. two',
    '10. ten',
  ],
  ...['One must. Two is. Three', 'Say e.g. so. Then **do. it**', 'A [x] or `a. B` must. End'],
  ...['<!-- c -->', '[x]: u', '[^1]: note', 'with[^1] that', '- [x]: u', '  - - [y<z>]: v', '> [x]: u'],
  ...[
    '- [ ] todo',
    '  ```',
    '  ~~~',
    '- ',
    '|---|',
    'Ends hard.  ',
    '- | -',
    'Emoji 👩‍👩‍👧 must. 🇩🇪 is. שלום חייב. סוף',
  ],
);
const text = fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n'));

test('whatever is left out, the tree of the rest is the full tree without it', () => {
  fc.assert(
    fc.property(text, fc.infiniteStream(fc.boolean()), (full, bits) => {
      const cut = cutText(full);
      const chosen = new Set(cut.parts.filter(() => bits.next().value).map(({ id }) => id));
      const has = ({ id }: Part): boolean => chosen.has(id);
      const [whole] = cut.texts;
      const removed = whole === undefined ? [] : removedStretches(whole, presence(cut, has));
      const [variant] = textsWith(cut, has);
      expect(prunedTree(variant?.text ?? '')([])).toEqual(prunedTree(full)(removed));
    }),
    { numRuns: 300 },
  );
});

function cutText(full: string): CutSpec {
  return cutClauses(aVersion('head', { files: [{ path: 'SPEC.md', text: full }] }));
}

function textWithout(full: string, isLeftOut: (part: Part) => boolean): string {
  return textsWith(cutText(full), (part) => !isLeftOut(part))[0]?.text ?? '';
}
