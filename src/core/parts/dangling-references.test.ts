import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { aChange, aVersion } from '../../testing/builders/a-question.ts';
import { cutChange } from './cut-change.ts';
import { cutClauses } from './cut-clauses.ts';
import { hunksBetween } from '../specs/hunks.ts';
import { danglingReferences } from './dangling-references.ts';
import { textsWith } from './texts-with.ts';

/** The references of a text without the parts that match, as line and words. */
function danglingIn(text: string, gone: RegExp): readonly (readonly [number, string])[] {
  const cut = cutClauses(aVersion('head', { files: [{ path: 'SPEC.md', text }] }));
  expect(danglingReferences(cut, () => true)).toEqual([]);
  return danglingReferences(cut, ({ present }) => !gone.test(present)).map(({ line, reference }) => [
    line,
    reference,
  ]);
}

const text = `# Durations

Halves: see Rounding. Units as in §2.1 and [below](#22-names).

## 2. Units

### 2.1 Letters

Only letters.

### 2.2 Names

No names.

## Rounding

Round up, as Section 2.1 says.
`;

test('references to sections that were left out are listed by number, anchor and name', () => {
  expect(danglingIn(text, /letters|No names/)).toEqual([
    [3, '§2.1'],
    [3, '[below](#22-names)'],
    [7, 'Section 2.1'],
  ]);
  expect(danglingIn(text, /^Round up/)).toEqual([[3, 'see Rounding']]);
});

test('a position in a list is listed where its item is gone, and where another item has its number now', () => {
  const steps = `# Run

1. Read the file.
2. Strip the comments.
3. Parse the rest.
4. Print it.

A failure in step 1 ends the run; steps 2–4 are tried again, as step 4 is. See step 7.

- In *item 3* nothing is printed.
`;
  expect(danglingIn(steps, /^4\. /)).toEqual([
    [7, 'steps 2–4'],
    [7, 'step 4'],
  ]);
  expect(danglingIn(steps, /^2\. /)).toEqual([
    [7, 'steps 2–4'],
    [7, 'step 4'],
    [9, 'item 3'],
  ]);
});

test('of several lists the one that a reference stands in is meant, otherwise the nearest', () => {
  const lists = `1. One.
2. Two.
3. Three. Unlike item 1.

Words between.

1. Eins. As item 2.
2. Zwei.
`;
  expect(danglingIn(lists, /^1\. One/)).toEqual([[2, 'item 1']]);
  expect(danglingIn(lists, /^2\. Zwei/)).toEqual([[7, 'item 2']]);
});

test('rules that say their own number are named by it, not by their position', () => {
  const rules = `# Rules

- **Rule 4:** round up.
- **Rule 7:** no names.

Rule 7 wins over rule 4.
`;
  expect(danglingIn(rules, /Rule 4:/)).toEqual([[5, 'rule 4']]);
});

test('a requirement is named by its number; where it only is mentioned, nothing is gone with it', () => {
  const numbered = `## Requirements

- **FR-012**: Halves MUST round up.
- **FR-013**: Units MUST be letters, unlike REQ-3 and FR-012.
- UTF-8 without a mark, as FR-013 says.
`;
  expect(danglingIn(numbered, /^- \*\*FR-012/)).toEqual([[3, 'FR-012']]);
  expect(danglingIn(numbered, /^- \*\*FR-013/)).toEqual([[4, 'FR-013']]);
  expect(danglingIn(numbered, /^- UTF-8/)).toEqual([]);
});

test('footnotes and targets of links stay with a clause, and are listed where an edit takes them away', () => {
  const before = `Round up[^1], as [the norm][norm] and [Norm] say.

[^1]: Since 2024.

[norm]: https://example.com/norm
`;
  expect(danglingIn(before, /./)).toEqual([]);
  const sides = [before, 'Round up[^1], as [the norm][norm] and [Norm] say.\n'].map((text) => [
    { path: 'SPEC.md', text },
  ]);
  const [base = [], head = []] = sides;
  const pair = aChange({
    base: aVersion('base', { files: base }),
    head: aVersion('head', { files: head }),
    hunks: hunksBetween(base, head, new Map()),
  });
  const found = danglingReferences(cutChange(pair), () => true);
  expect(found.map(({ reference }) => reference)).toEqual(['[^1]', '[norm]', '[Norm]']);
});

const toon = readFileSync(
  new URL('../../../fixtures/spec-texts/toon-format/SPEC.md', import.meta.url),
  'utf8',
);

test('of a real text every reference to a section is listed once the section is gone, and none before', () => {
  const cut = cutClauses(aVersion('head', { files: [{ path: 'SPEC.md', text: toon }] }));
  expect(danglingReferences(cut, () => true)).toEqual([]);
  const section = cut.groups.find(({ title }) => title.startsWith('5.2'))?.parts ?? [];
  const left = danglingReferences(cut, ({ id }) => !section.includes(id));
  expect(section.length).toBeGreaterThan(5);
  expect(new Set(left.map(({ reference }) => reference))).toEqual(new Set(['§5.2']));
  const written = textsWith(cut, ({ id }) => !section.includes(id)).flatMap(
    ({ text: rest }) => rest.match(/§5\.2(?!\d|\.\d)/g) ?? [],
  );
  expect(left).toHaveLength(written.length);
});

test('of a real text a reference to a class of its numbered list is listed once an earlier one is gone', () => {
  const referring = toon.replace('structure.\n2. List-item', 'structure. Unlike item 6.\n2. List-item');
  expect(danglingIn(referring, /^5\. Row line/)).toEqual([[292, 'item 6']]);
  expect(danglingIn(referring, /Unicode|IANA/)).not.toContainEqual([292, 'item 6']);
});
