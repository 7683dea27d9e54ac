import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aCut } from '../../testing/builders/some-part-samples.ts';
import { statedLinks } from './stated-links.ts';

const linked = (texts: readonly string[], ...tests: readonly string[]) =>
  statedLinks(aCut(...texts), tests).map(({ parts, test: id }) => [...parts, id]);

describe('a link of Tessl', () => {
  test('joins its item to every test of the file', () => {
    const texts = ['- Adds numbers [@test](../tests/add.test.ts)', '- Subtracts'];

    expect(linked(texts, 'tests/add.test.ts > adds > two numbers', 'tests/sub.test.ts > subtracts')).toEqual([
      ['part-1', 'tests/add.test.ts > adds > two numbers'],
    ]);
  });

  test('with an anchor joins its item to the test of that name', () => {
    const texts = ['- Exports [@test](../tests/export.test.js#export-to-slides)'];
    const [slides, pages] = [
      'tests/export.test.js > exportToSlides',
      'tests/export.test.js > export to pages',
    ];

    expect(linked(texts, slides, pages)).toEqual([['part-1', slides]]);
  });

  test('on a line of its own is about what stands before it, in the form without parentheses too', () => {
    const texts = ['Division by zero gives NaN.', '[@test] ../tests/test_divide.py'];

    expect(linked(texts, 'tests/test_divide.py > test_zero')).toEqual([
      ['part-1', 'tests/test_divide.py > test_zero'],
    ]);
  });
});

describe('a title of OpenSpec', () => {
  test('joins the parts below it to the test that repeats it, up to the next heading of its level', () => {
    const texts = [
      '#### Scenario: A wrong code',
      '- WHEN it is wrong',
      '- THEN it fails',
      '#### Scenario: B',
      '- C',
    ];

    expect(linked(texts, 'auth.test.ts > login > a wrong code is refused', 'auth.test.ts > a code')).toEqual([
      ['part-2', 'part-3', 'auth.test.ts > login > a wrong code is refused'],
    ]);
  });

  test('of one word is no link to a test that only has that word in it', () => {
    expect(linked(['#### Scenario: Login', '- It works.'], 'a.ts > login fails', 'a.ts > Login')).toEqual([
      ['part-2', 'a.ts > Login'],
    ]);
  });
});

describe('a number', () => {
  test('of Spec Kit joins its requirement to the tests that have it in their names, however they write it', () => {
    const texts = ['- **FR-001**: System MUST round', '- **FR-0011**: System MUST pad, see FR-001'];

    expect(linked(texts, 'a.py > test_fr_001_rounds', 'a.py > FR-0011: pads', 'a.py > fr 0012')).toEqual([
      ['part-1', 'a.py > test_fr_001_rounds'],
      ['part-2', 'a.py > FR-0011: pads'],
    ]);
  });

  test('of Kiro joins a criterion to the tests that list it', () => {
    const texts = [
      '### Requirement 2: Totals',
      '1. WHEN a THE SYSTEM SHALL b',
      '2. WHEN c THE SYSTEM SHALL d',
    ];

    expect(
      linked(texts, 'a.test.ts > Validates: Requirements 1.2, 2.2', 'a.test.ts > Requirement 2.12'),
    ).toEqual([['part-3', 'a.test.ts > Validates: Requirements 1.2, 2.2']]);
  });

  test('that is no number of a requirement is no link', () => {
    expect(linked(['Files are UTF-8 and times ISO-8601.'], 'a.ts > reads UTF-8', 'a.ts > ISO-8601')).toEqual(
      [],
    );
  });
});

describe('the name of a test', () => {
  test('joins the part that quotes it to that test', () => {
    const texts = ['Halves go up (see `rounds half up`).', 'The function `add` adds.'];

    expect(linked(texts, 'a.ts > minutes > rounds half up', 'a.ts > add')).toEqual([
      ['part-1', 'a.ts > minutes > rounds half up'],
    ]);
  });
});

test('a pair that is stated twice is one link', () => {
  expect(linked(['FR-001 as in `rounds FR-001 up`'], 'a.ts > rounds FR-001 up')).toHaveLength(1);
});

test('no text and no name of a test makes reading the links fail', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('[@test](', '[@test](../..#)', '# Scenario:', '# Requirement 1', '`` "“', 'FR-1.1.1.1.1'),
  );
  fc.assert(
    fc.property(fc.array(text), fc.array(text), (texts, tests) => {
      expect(() => statedLinks(aCut(...texts), tests)).not.toThrow();
    }),
  );
});
