import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { changedData, isDataFile } from './changed-data.ts';

describe('a data file of tests', () => {
  test('asks for other values wherever a key says what is expected, and is else the same', () => {
    const text = `{ "tests": [
  { "name": "rounds", "input": [5, "a"], "expected": 3 },
  { "name": "joins",  "input": ["x"],    "expected": { "text": "a-b", "ok": true, "rest": [1.5, -2, null] } }
] }
`;
    expect([changedData(text, 0), changedData(text, 1)]).toEqual([
      text
        .replace('"expected": 3', '"expected": 4')
        .replace('"a-b", "ok": true, "rest": [1.5, -2', '"a-c", "ok": false, "rest": [2.5, -3'),
      text
        .replace('"expected": 3', '"expected": 20')
        .replace('"a-b", "ok": true, "rest": [1.5, -2', '"b-b", "ok": false, "rest": [18.5, -19'),
    ]);
  });

  test('in YAML keeps its comments', () => {
    const text = '# Halves\n- input: 5\n  want: 3 # half up\n- input: x\n  want: none of it\n';
    expect(changedData(text, 0)).toBe(
      text.replace('want: 3', 'want: 4').replace('none of it', 'none of itx'),
    );
  });

  test('asks for another last value of each row where no key says what is expected', () => {
    expect(changedData('[[8, 4], [5, 3]]', 0)).toBe('[[8, 5], [5, 4]]');
  });

  test.each([
    ['expects nothing', '{ "a": 1, "b": [2] }'],
    ['expects no more than nothing', '{ "expected": null }'],
    ['is none', '{ "expected": '],
    ['is empty', ''],
  ])('that %s is not changed', (_, text) => {
    expect(changedData(text, 0)).toBeNull();
  });

  test('stays readable, and differs only below what is expected', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string()));
    const examples = fc.array(fc.record({ input: value, expected: value }));
    fc.assert(
      fc.property(examples, fc.constantFrom(0, 1), (all, variant) => {
        const changed = changedData(JSON.stringify(all), variant);
        if (changed === null) return;
        const read: unknown = JSON.parse(changed);
        expect(read).toEqual(parse(changed));
        if (!Array.isArray(read)) throw new Error('no list');
        expect(read.map(({ input }: { input: unknown }) => input)).toEqual(all.map(({ input }) => input));
        expect(read).not.toEqual(all);
      }),
    );
  });
});

test('what steers a runner or names packages is no data file', () => {
  expect(['test/cases.json', 'tests/a.yaml', 'test/fixtures/b.yml'].filter(isDataFile)).toHaveLength(3);
  expect(['package.json', 'tsconfig.json', 'package-lock.json', 'a.test.js'].filter(isDataFile)).toEqual([]);
});
