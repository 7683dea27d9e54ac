import { expect, test } from '@jest/globals';
import { referencesIn } from './references.ts';

test.each([
  {
    what: 'Markdown',
    path: 'docs/SPEC.md',
    text: 'See [rates](rates.md#eur), ![chart](img/a%20b.png), [all][x] and [root](/schema.json).\n\n[x]: ../all.md\n',
    expected: ['docs/rates.md', 'docs/img/a b.png', 'schema.json', 'all.md'],
  },
  {
    what: 'an editor rule',
    path: '.cursor/rules/a.mdc',
    text: 'Use [this](../../style.md) and @names.md.\n',
    expected: ['style.md', '.cursor/rules/names.md'],
  },
  {
    what: 'MDX',
    path: 'docs/a.mdx',
    text: "import Rates from './rates.mdx'\n\n# Tax\n\n<Rates year={2026} />\n",
    expected: ['docs/rates.mdx'],
  },
  {
    what: 'AsciiDoc',
    path: 'docs/a.adoc',
    text: '= Tax\n\ninclude::parts/rates.adoc[]\n\nSee xref:b.adoc#x[there] and link:c.pdf[that].\n',
    expected: ['docs/parts/rates.adoc', 'docs/b.adoc', 'docs/c.pdf'],
  },
  {
    what: 'reStructuredText',
    path: 'a.rst',
    text: 'Tax\n===\n\n.. include:: rates.rst\n',
    expected: ['rates.rst'],
  },
  {
    what: 'a skill',
    path: 'skills/pdf/SKILL.md',
    text: 'Run `scripts/fill.py form.pdf`, then read REFERENCE.md or [forms](forms.md).\n',
    expected: [
      'skills/pdf/forms.md',
      'skills/pdf/scripts/fill.py',
      'skills/pdf/form.pdf',
      'skills/pdf/REFERENCE.md',
    ],
  },
])('$what refers to files by its own links', ({ path, text, expected }) => {
  expect(referencesIn({ path, text })).toEqual(expected);
});

test.each([
  ['an address of the web', '[a](https://example.com/a.md) <mailto:a@example.com> [b](//example.com/b.md)'],
  ['a place in the same text', '[a](#rates)'],
  ['what leads out of the tree', '[a](../../a.md)'],
  ['a code span of a spec', 'Write `src/half.mjs`.'],
])('%s is no reference', (_, text) => {
  expect(referencesIn({ path: 'docs/SPEC.md', text })).toEqual([]);
});

test('an address that is no valid escape is taken as it is', () => {
  expect(referencesIn({ path: 'SPEC.md', text: '[a](100%.md)' })).toEqual(['100%.md']);
});

test('a text of 130,000 headings is read to its end', () => {
  const text = `[a](a.md)\n\n${'#\n'.repeat(130_000)}`;

  expect(referencesIn({ path: 'SPEC.md', text })).toEqual(['a.md']);
});
