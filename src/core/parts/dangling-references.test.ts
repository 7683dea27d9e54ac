import { expect, test } from '@jest/globals';
import { aVersion } from '../../testing/builders/a-question.ts';
import { cutClauses } from './cut-clauses.ts';
import { danglingReferences } from './dangling-references.ts';

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
  const cut = cutClauses(aVersion('head', { files: [{ path: 'SPEC.md', text }] }));
  expect(danglingReferences(cut, () => true)).toEqual([]);
  const without = danglingReferences(cut, ({ present }) => !/letters|No names/.test(present));
  expect(without.map(({ line, reference }) => [line, reference])).toEqual([
    [3, '§2.1'],
    [3, '[below](#22-names)'],
    [7, 'Section 2.1'],
  ]);
  const rounding = danglingReferences(cut, ({ present }) => !present.startsWith('Round up'));
  expect(rounding.map(({ line, reference }) => [line, reference])).toEqual([[3, 'see Rounding']]);
});
