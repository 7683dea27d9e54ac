import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacter } from '../../testing/builders/any-character.ts';
import { aChange, aVersion } from '../../testing/builders/a-question.ts';
import { compareSides, type ChangeClass } from './change-class.ts';
import type { SpecPair, SpecVersion } from './spec.ts';

const classOf = (change: SpecPair): ChangeClass => compareSides(change).class;
const asksTheSame = (change: SpecPair): boolean => compareSides(change).asksTheSame;

function version(side: 'base' | 'head', text: string, path = 'specs/duration/SPEC.md'): SpecVersion {
  return aVersion(side, { files: [{ path, text }] });
}

function pairOf(base: string, head: string, path?: string): SpecPair {
  return aChange({ base: version('base', base, path), head: version('head', head, path) });
}

function between(base: string, head: string, path?: string): ChangeClass {
  return classOf(pairOf(base, head, path));
}

const spec = `# Durations

Durations are written as a number and a unit. This document describes how they are read.

## Rounding

The parser MUST round half up. A value of \`1.5s\` becomes 2 seconds, never 1.

- Accept the units **s**, **m** and **h**.
- Reject negative values with a \`RangeError\`:
  - also when they are written as "-0".

1. Trim the text.
2. Split it at ",".

| unit | seconds |
| --- | --- |
| m | 60 |

\`\`\`js
parse('1m'); // 60
\`\`\`

## Rationale

People write durations by hand, and half up is what they expect.
`;

const edit = (from: string, to: string): string => {
  if (!spec.includes(from)) throw new Error(`the spec has no ${from}`);
  return spec.replace(from, to);
};

describe('the words are the same', () => {
  test.each([
    ['nothing changes', spec],
    [
      'a paragraph is wrapped elsewhere',
      edit('. This document describes how', '.\nThis document\ndescribes how'),
    ],
    ['a paragraph becomes two', edit('. This document', '.\n\nThis document')],
    ['list markers change', spec.replaceAll(/^- /gm, '* ')],
    [
      'a list becomes a numbered one',
      edit('- Accept', '1. Accept').replace('- Reject', '2. Reject').replace('  - also', '   - also'),
    ],
    ['numbers of list items change', edit('2. Split', '1. Split')],
    ['an inner list is indented deeper', edit('  - also', '    - also')],
    ['emphasis is added', edit('round half up', 'round **half up**')],
    ['emphasis begins within a word', edit('round half up', 'ro**und** half up')],
    ['emphasis is taken away', spec.replaceAll('**', '')],
    ['a heading is underlined instead', edit('# Durations\n', 'Durations\n=========\n')],
    ['a heading moves a level', edit('## Rounding', '### Rounding')],
    ['a table is padded', edit('| m | 60 |', '|  m   |   60    |')],
    ['a code block is fenced by other signs', spec.replaceAll('```', '~~~')],
  ])('when %s', (_, head) => {
    expect(between(spec, head)).toBe('same-words');
    expect(asksTheSame(pairOf(spec, head))).toBe(true);
  });

  test.each([
    ['See [the guide](https://a.example/x).', 'See [the\nguide](https://a.example/x).'],
    ['- [ ] Trim.', '* [ ] Trim.'],
    ['---\nname: a\n---\nText is read.', '---\nname: a\n---\n\nText  is read.'],
    ['> Quoted text.', '> Quoted\n> text.'],
    ['Two `a  b` words.', 'Two\n`a  b` words.'],
    ['A &amp; B \\* C', 'A & B * C'],
  ])('when %j becomes %j', (base, head) => {
    expect(between(base, head)).toBe('same-words');
    expect(asksTheSame(pairOf(base, head))).toBe(true);
  });

  test.each([
    ['a list becomes a paragraph', edit('1. Trim the text.\n2. Split', 'Trim the text. Split')],
    ['a list item becomes one of the outer list', edit('  - also', '- also')],
    ['a sentence moves out of its list item', edit('- Accept the units', '- Accept\n\nthe units')],
    ['a heading becomes a sentence', edit('## Rounding', 'Rounding')],
    ['a paragraph becomes a quote', edit('People write', '> People write')],
    ['a cell is joined to the next', edit('| m | 60 |', '| m 60 |  |')],
  ])('and yet something else may be asked when %s', (_, head) => {
    expect(between(spec, head)).toBe('same-words');
    expect(asksTheSame(pairOf(spec, head))).toBe(false);
  });

  test('in a format where white space may have a meaning, and nothing more is said', () => {
    expect(between('a: 1', 'a:  1', 'specs/api.yaml')).toBe('same-words');
    expect(asksTheSame(pairOf('a: 1', 'a:  1', 'specs/api.yaml'))).toBe(false);
  });

  test('and yet other code may be right where another file that tests could read changed', () => {
    const change = pairOf('Text is read.', 'Text\nis read.');

    expect(classOf({ ...change, otherFilesChanged: true })).toBe('same-words');
    expect(asksTheSame({ ...change, otherFilesChanged: true })).toBe(false);
  });
});

describe('the words changed', () => {
  test.each([
    ['a rule says something else', edit('round half up', 'round half to even')],
    ['MUST becomes SHALL', edit('MUST', 'SHALL')],
    ['MUST is written small', edit('MUST', 'must')],
    ['a rule goes', edit('The parser MUST round half up. ', '')],
    ['quotes become typographic', edit('"-0"', '“-0”')],
    ['a full stop becomes a semicolon', edit('half up. A value', 'half up; A value')],
    ['a comma goes', edit('2 seconds, never', '2 seconds never')],
    ['the rationale is rewritten', edit('People write', 'Our users write')],
    ['a meta sentence goes', edit(' This document describes how they are read.', '')],
    ['a plain sentence is turned round', edit('a number and a unit', 'a unit and a number')],
    ['a number changes', edit('becomes 2 seconds', 'becomes 3 seconds')],
    ['a number in a table changes', edit('| m | 60 |', '| m | 61 |')],
    ['inline code changes', edit('`1.5s`', '`1.6s`')],
    ['a word becomes code', edit('never 1', 'never `1`')],
    ['a name in code changes its case', edit('`RangeError`', '`rangeError`')],
    ['a code block is indented otherwise', edit("parse('1m')", "  parse('1m')")],
    ['a comment in a code block changes', edit('// 60', '// sixty')],
    [
      'steps change places',
      edit('1. Trim the text.\n2. Split it at ",".', '1. Split it at ",".\n2. Trim the text.'),
    ],
    ['a word is struck out', edit('round half up', 'round ~~half~~ up')],
    ['two words become one', edit('half up. A', 'halfup. A')],
  ])('when %s', (_, head) => {
    expect(between(spec, head)).toBe('words');
    expect(asksTheSame(pairOf(spec, head))).toBe(false);
  });

  test.each([
    ['It gives the text back in upper case.', 'It gives the text back in lower case.'],
    ['## Overview\n\nOdd numbers go up.', '## Overview\n\nOdd numbers go down.'],
    ['Values from -5 on.', 'Values from 5 on.'],
    ['If a < b it is read.', 'If a > b it is read.'],
    ['Sizes are in [0, 1).', 'Sizes are in [0, 1].'],
    ['A file of 5 MB.', 'A file of 5MB.'],
    ['The field maxSize is read.', 'The field maxsize is read.'],
    ['Separated by , signs.', 'Separated by ; signs.'],
    ['Run it with --force on.', 'Run it with force on.'],
    ['See [the guide](https://a.example/x).', 'See [the guide](https://a.example/y).'],
    ['[a]: https://a.example/1\n\nSee [a].', '[a]: https://a.example/2\n\nSee [a].'],
    ['- [ ] Trim.', '- [x] Trim.'],
    ['3. Trim.', '4. Trim.'],
    ['<!-- keep -->\nText.', 'Text.'],
    ['---\nname: a\n---\nText.', '---\nname: b\n---\nText.'],
    ['```js\na\n```', '```ts\na\n```'],
    ['    code', 'code'],
    ['Call `a b` now.', 'Call `a  b` now.'],
    ['\\`a\\`', '`a`'],
    ['`x`s', '`x` s'],
    ['Text.[^1]\n\n[^1]: It is fast.', 'Text.[^1]\n\n[^1]: It is slow.'],
  ])('when %j becomes %j', (base, head) => {
    expect(between(base, head)).toBe('words');
  });

  test('when the spec is new or deleted', () => {
    expect(classOf(aChange({ base: null }))).toBe('words');
    expect(classOf(aChange({ head: null }))).toBe('words');
  });

  test('when a file joins the spec, or the context shown with it changes', () => {
    const base = version('base', spec);
    const joined = aVersion('head', { files: [...base.files, { path: 'b.md', text: '' }] });
    const context = [{ path: 'package.json', text: '{}' }];

    expect(classOf(aChange({ base, head: joined }))).toBe('words');
    expect(classOf(aChange({ base, head: { ...version('head', `${spec}\n`), context } }))).toBe('words');
  });

  test('when the house rules change', () => {
    const rules = (text: string): SpecVersion['instructions'] => [{ path: 'AGENTS.md', text }];
    const base = { ...version('base', spec), instructions: rules('Use tabs.') };
    const withRules = (text: string): ChangeClass =>
      classOf(aChange({ base, head: { ...version('head', spec), instructions: rules(text) } }));

    expect(withRules('Use spaces.')).toBe('words');
    expect(withRules('Use\ntabs.')).toBe('same-words');
  });
});

// The parser would see the same places in these texts; only a comparison word by word cannot tell.
describe('a text that would take the parser long is compared word by word', () => {
  test.each([
    ['a very deep quote', '>'.repeat(90_000)],
    ['very many quotes', `${'>'.repeat(9)}a\n\n`.repeat(8000)],
    ['very many list markers', '-\n'.repeat(40_000)],
    ['very much emphasis', '*_'.repeat(40_000)],
    ['very deep lists', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n')],
    ['a very large text', 'a\n'.repeat(200_000)],
  ])('%s', (_, text) => {
    expect(between(text, `${text} `)).toBe('same-words');
    expect(asksTheSame(pairOf(text, `${text} `))).toBe(false);
    expect(between(text, `${text} b`)).toBe('words');
  });
});

test('the tests changed, whatever the text did', () => {
  const changedTests = ['test/duration.test.mjs'];

  expect(classOf(aChange({ base: version('base', spec), head: version('head', spec), changedTests }))).toBe(
    'tests',
  );
  expect(classOf(aChange({ base: null, changedTests }))).toBe('tests');
});

describe('whatever the text', () => {
  const word = fc.constantFrom(
    'the',
    'parser',
    'MUST',
    'half',
    'up',
    'reads',
    'a',
    'unit',
    'never',
    '`x + 1`',
    '42',
    'maxSize',
    '"a"',
    'of',
    '5 MB',
  );
  const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => [...words, 'end.']);
  const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.flat());
  const block = fc.oneof(
    paragraph.map((words) => ({ kind: 'paragraph' as const, words })),
    fc.array(sentence, { minLength: 1, maxLength: 4 }).map((items) => ({ kind: 'list' as const, items })),
    fc.constant({ kind: 'code' as const }),
    sentence.map((words) => ({ kind: 'heading' as const, words })),
  );
  type Block = typeof block extends fc.Arbitrary<infer Value> ? Value : never;
  type Look = {
    readonly width: number;
    readonly marker: string;
    readonly indent: number;
    readonly strong: number;
  };

  const look: fc.Arbitrary<Look> = fc.record({
    width: fc.integer({ min: 1, max: 12 }),
    marker: fc.constantFrom('- ', '* ', '+ ', '1. ', '1) '),
    indent: fc.integer({ min: 0, max: 3 }),
    strong: fc.nat(10),
  });

  function written(blocks: readonly Block[], { width, marker, indent, strong }: Look): string {
    const lead = ' '.repeat(indent);
    const flow = (words: readonly string[], hanging: string): string =>
      words
        .map((each, index) => (index === strong && /^[a-z]+$/.test(each) ? `**${each}**` : each))
        .map((each, index) =>
          index > 0 && index % width === 0 ? `\n${hanging}${each}` : `${index === 0 ? '' : ' '}${each}`,
        )
        .join('');
    return blocks
      .map((each) => {
        switch (each.kind) {
          case 'paragraph':
            return lead + flow(each.words, lead);
          case 'list':
            return each.items
              .map((words) => lead + marker + flow(words, lead + ' '.repeat(marker.length)))
              .join('\n');
          case 'code':
            return '```js\nf(1);\n```';
          case 'heading':
            return `## ${each.words.join(' ')}`;
        }
      })
      .join('\n\n');
  }

  const blocks = fc.array(block, { minLength: 1, maxLength: 6 });

  test('wraps, list markers, indentation and emphasis leave the words as they are', () => {
    fc.assert(
      fc.property(blocks, look, look, (content, one, other) => {
        const change = pairOf(written(content, one), written(content, other));
        expect([classOf(change), asksTheSame(change)]).toEqual(['same-words', true]);
      }),
      { numRuns: 200 },
    );
  });

  test('another digit, or another sign in code, is another word', () => {
    fc.assert(
      fc.property(blocks, look, fc.nat(), (content, how, pick) => {
        const base = written(content, { ...how, marker: '- ' });
        const places = [...base.matchAll(/\d|(?<=`)x|(?<=x )\+/g)].map(({ index }) => index);
        const place = places[pick % Math.max(1, places.length)];
        fc.pre(place !== undefined);
        const at = place ?? 0;
        const sign = base[at] ?? '';
        const head =
          base.slice(0, at) + (/\d/.test(sign) ? (Number(sign) + 1) % 10 : '%') + base.slice(at + 1);
        expect(between(base, head)).toBe('words');
      }),
      { numRuns: 200 },
    );
  });

  test('a text is read to its end, and says what it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), (text) => {
        expect(between(text, text)).toBe('same-words');
        expect(between(text, `${text}\n\nIt MUST not be 7.`)).toBe('words');
      }),
      { numRuns: 200 },
    );
  });
});
