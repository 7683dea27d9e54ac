import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aChange, aVersion } from '../../testing/builders/a-question.ts';
import { classOf, type ChangeClass } from './change-class.ts';
import type { SpecVersion } from './spec.ts';

function version(side: 'base' | 'head', text: string, path = 'specs/duration/SPEC.md'): SpecVersion {
  return aVersion(side, { files: [{ path, text }] });
}

function between(base: string, head: string, path?: string): ChangeClass {
  return classOf(aChange({ base: version('base', base, path), head: version('head', head, path) }));
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

describe('wording only', () => {
  test.each([
    ['nothing', spec],
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
    ['a list becomes a paragraph', edit('1. Trim the text.\n2. Split', 'Trim the text. Split')],
    ['an inner list is indented deeper', edit('  - also', '    - also')],
    ['emphasis is added', edit('round half up', 'round **half up**')],
    ['emphasis is taken away', spec.replaceAll('**', '')],
    ['a heading is underlined instead', edit('# Durations\n', 'Durations\n=========\n')],
    ['a heading moves a level', edit('## Rounding', '### Rounding')],
    ['MUST is written small', edit('MUST', 'must')],
    ['MUST becomes SHALL', edit('MUST', 'SHALL')],
    ['quotes become typographic', edit('"-0"', '“-0”')],
    ['a full stop becomes a semicolon', edit('half up. A value', 'half up; A value')],
    ['a table is padded', edit('| m | 60 |', '|  m   |   60    |')],
    ['a code block is fenced by other signs', spec.replaceAll('```', '~~~')],
    [
      'a plain sentence is put in another form',
      edit('are written as a number and a unit', 'consist of a number and a unit'),
    ],
    ['a sentence says the same of one', edit('Durations are written', 'A duration is written')],
    [
      'a meta sentence is rewritten',
      edit('This document describes how they are read.', 'This page is about reading them.'),
    ],
    ['a meta sentence goes', edit(' This document describes how they are read.', '')],
    [
      'the rationale is rewritten',
      edit('People write durations by hand, and', 'Our users type these themselves;'),
    ],
    ['a note is added', edit('## Rationale\n', '## Rationale\n\nNote that this follows long experience.\n')],
  ])('when %s', (_, head) => {
    expect(between(spec, head)).toBe('wording');
  });

  test.each([
    ["The parser doesn't accept blanks.", 'The parser does not accept blanks.'],
    ['The parser cannot fail.', "The parser can't fail."],
    ['Rounds half-up.', 'Rounds half up.'],
    ['See [the guide](https://a.example/x).', 'See [the\nguide](https://a.example/x).'],
    ['Spans of 1–2 days.', 'Spans of 1-2 days.'],
    ['- [ ] Trim.', '* [ ] Trim.'],
    ['---\nname: a\n---\nText is read.', '---\nname: a\n---\n\nText  is read.'],
    ['5 ms later', '5ms later'],
    ['> Quoted text.', '> Quoted\n> text.'],
  ])('when %j becomes %j', (base, head) => {
    expect(between(base, head)).toBe('wording');
  });
});

describe('meaning', () => {
  test.each([
    ['a rule says something else', edit('round half up', 'round half to even')],
    ['MUST becomes SHOULD', edit('MUST', 'SHOULD')],
    ['a rule goes', edit('The parser MUST round half up. ', '')],
    ['a rule comes', edit('## Rationale', 'Blanks MUST be ignored.\n\n## Rationale')],
    [
      'a rule is said in other words',
      edit('The parser MUST round half up', 'Halves MUST be rounded up by the parser'),
    ],
    ['"never" goes', edit(', never 1', '')],
    ['a number changes', edit('becomes 2 seconds', 'becomes 3 seconds')],
    ['a number in a table changes', edit('| m | 60 |', '| m | 61 |')],
    ['inline code changes', edit('`1.5s`', '`1.6s`')],
    ['a name in code changes its case', edit('`RangeError`', '`rangeError`')],
    ['a code block changes', edit("parse('1m')", "parse('2m')")],
    ['a comment in a code block changes', edit('// 60', '// sixty')],
    ['a list item changes', edit('Accept the units', 'Accept all units')],
    ['a list item goes', edit('1. Trim the text.\n', '')],
    [
      'steps change places',
      edit('1. Trim the text.\n2. Split it at ",".', '1. Split it at ",".\n2. Trim the text.'),
    ],
    ['a list item becomes one of its own', edit('  - also', '- also')],
    ['a quoted sign changes', edit('at ","', 'at ";"')],
    ['a sign is lost', edit('"-0"', '"0"')],
    ['a heading changes', edit('## Rounding', '## Truncation')],
    ['a plain sentence says something else', edit('a number and a unit', 'a number and a suffix')],
    ['a plain sentence goes', edit('Durations are written as a number and a unit. ', '')],
    ['a plain sentence is turned round', edit('a number and a unit', 'a unit and a number')],
    ['an example number is in the rationale', edit('half up is what they', 'half up is what 9 of 10')],
    ['a word is struck out', edit('round half up', 'round ~~half~~ up')],
  ])('when %s', (_, head) => {
    expect(between(spec, head)).toBe('meaning');
  });

  test.each([
    ['Half a unit rounds up.', 'Round to the nearest unit.'],
    ['The separator is a comma.', 'The separator is a semicolon.'],
    ['Base overrides head.', 'Head overrides base.'],
    ['Values from -5 on.', 'Values from 5 on.'],
    ['Values from –5 on.', 'Values from 5 on.'],
    ['If a < b it is read.', 'If a > b it is read.'],
    ['It is read if a != b.', 'It is read if a = b.'],
    ['Sizes are in [0, 1).', 'Sizes are in [0, 1].'],
    ['A file of 5 MB.', 'A file of 5 Mb.'],
    ['The field maxSize is read.', 'The field maxsize is read.'],
    ['Separated by , signs.', 'Separated by ; signs.'],
    ['Run it with --force on.', 'Run it with force on.'],
    ['See [the guide](https://a.example/x).', 'See [the guide](https://a.example/y).'],
    ['[a]: https://a.example/1\n\nSee [a].', '[a]: https://a.example/2\n\nSee [a].'],
    ['- [ ] Trim.', '- [x] Trim.'],
    ['3. Trim.', '4. Trim.'],
    ['<!-- keep -->\nText.', 'Text.'],
    ['---\nname: a\n---\nText.', '---\nname: b\n---\nText.'],
    ['| a | b |\n| - | - |\n| c | d |\n| e | f |', '| a | b | c |\n| - | - | - |\n| d | e | f |'],
    ['```js\na\n```', '```ts\na\n```'],
    ['    code', 'code'],
    ['Text.[^1]\n\n[^1]: It is fast.', 'Text.[^1]\n\n[^1]: It is slow.'],
  ])('when %j becomes %j', (base, head) => {
    expect(between(base, head)).toBe('meaning');
  });

  test('when the spec is new or deleted', () => {
    expect(classOf(aChange({ base: null }))).toBe('meaning');
    expect(classOf(aChange({ head: null }))).toBe('meaning');
  });

  test('when a text that is no Markdown changes at all', () => {
    expect(between('a: 1', 'a:  1', 'specs/api.yaml')).toBe('meaning');
  });

  test('when a file joins the spec, or the context shown with it changes', () => {
    const base = version('base', spec);
    const joined = aVersion('head', { files: [...base.files, { path: 'b.md', text: '' }] });
    const context = [{ path: 'package.json', text: '{}' }];

    expect(classOf(aChange({ base, head: joined }))).toBe('meaning');
    expect(classOf(aChange({ base, head: { ...version('head', `${spec}\n`), context } }))).toBe('meaning');
  });

  test('when the house rules change', () => {
    const rules = (text: string): SpecVersion['instructions'] => [{ path: 'AGENTS.md', text }];
    const base = { ...version('base', spec), instructions: rules('Use tabs.') };
    const withRules = (text: string): ChangeClass =>
      classOf(aChange({ base, head: { ...version('head', spec), instructions: rules(text) } }));

    expect(withRules('Use spaces.')).toBe('meaning');
    expect(withRules('Use\ntabs.')).toBe('wording');
  });

  test.each([
    ['a very deep quote', '>'.repeat(90_000)],
    ['very many quotes', `${'>'.repeat(9)}a\n\n`.repeat(8000)],
    ['very many list markers', '-\n'.repeat(40_000)],
    ['very much emphasis', '*_'.repeat(40_000)],
    ['very deep lists', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n')],
  ])(
    'at once when the text is made to take long: %s',
    (_, text) => {
      expect(between(text, `${text} `)).toBe('meaning');
    },
    1000,
  );

  test('when the text is too large to be read', () => {
    expect(between('a\n'.repeat(200_000), 'a \n'.repeat(200_000))).toBe('meaning');
  });
});

test('the tests moved, whatever the text did', () => {
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

  test('wraps, list markers, indentation and emphasis are wording', () => {
    fc.assert(
      fc.property(blocks, look, look, (content, one, other) => {
        expect(between(written(content, one), written(content, other))).toBe('wording');
      }),
      { numRuns: 200 },
    );
  });

  test('another digit, or another sign in code, is never wording', () => {
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
        expect(between(base, head)).toBe('meaning');
      }),
      { numRuns: 200 },
    );
  });

  test('a text is read to its end, and says what it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(between(text, text)).toBe('wording');
        expect(between(text, `${text}\n\nIt MUST not be 7.`)).toBe('meaning');
      }),
      { numRuns: 200 },
    );
  });
});
