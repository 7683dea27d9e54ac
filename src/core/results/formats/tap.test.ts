import { expect, describe, test } from '@jest/globals';
import * as fc from 'fast-check';
import { tap } from './tap.ts';
import { readReport } from '../read-report.ts';

const statuses = (text: string): readonly string[] | null =>
  readReport(tap, text, [])?.cases.map(({ id, status }) => `${status} ${id}`) ?? null;

describe('TAP is read', () => {
  test('as TAP 12, with a plan in front and no version line', () => {
    expect(statuses('1..2\nok 1 - first\nnot ok 2 - second\n')).toEqual(['passed first', 'failed second']);
  });

  test('with the plan at the end and output of the tested code between', () => {
    expect(statuses('TAP version 14\nhello\nok 1 first\n# comment\nok\n1..2\n')).toEqual([
      'passed first',
      'passed (unnamed)',
    ]);
  });

  test('with indented subtests, whose parents are no tests', () => {
    const text =
      'TAP version 14\n    ok 1 - a\n    # Subtest: b\n        not ok 1 - deep\n        1..1\n    not ok 2 - b\n    1..2\nnot ok 1 - suite\n1..1\n';
    expect(statuses(text)).toEqual(['passed suite > a', 'failed suite > b > deep']);
  });

  test('with subtests in braces behind their parent', () => {
    const text = 'TAP version 14\nok 1 - suite {\n    ok 1 - a\n    ok 2 - b # SKIP\n    1..2\n}\n1..1\n';
    expect(statuses(text)).toEqual(['passed suite > a', 'skipped suite > b']);
  });

  test('with # SKIP and # TODO as skipped, whatever the point says', () => {
    const text =
      '1..4\nok 1 a # SKIP slow\nnot ok 2 b # TODO later\nok 3 issue #12 works\nok 4 c \\# SKIP as text\n';
    expect(statuses(text)).toEqual([
      'skipped a',
      'skipped b',
      'passed issue #12 works',
      'passed c # SKIP as text',
    ]);
  });

  test('with the message of a YAML block, which may hold what looks like points', () => {
    const text = '1..1\nnot ok 1 a\n  ---\n  error: |-\n    ok 2 this is text\n    1..9\n  code: x\n  ...\n';
    expect(readReport(tap, text, [])?.cases).toEqual([
      { id: 'a', status: 'failed', message: 'ok 2 this is text\n1..9' },
    ]);
  });

  test('without the time that a test took, which differs from run to run', () => {
    const text =
      'TAP version 13\nok 1 - a # time=5.123ms\nok 2 - b # time=1s # TODO later\nok 3 - c # SKIP no server, waited 0.7 s\n' +
      'ok 4 - d # duration_ms 12.5\nok 5 - issue #12\n1..5\n';
    expect(statuses(text)).toEqual(['passed a', 'skipped b', 'skipped c', 'passed d', 'passed issue #12']);
    expect(statuses('ok 1 - outer # time=3ms {\n    ok 1 - inner # time=1ms\n    1..1\n}\n1..1\n')).toEqual([
      'passed outer > inner',
    ]);
  });

  test('without what bats --timing adds to every name, and with such words in one name', () => {
    expect(statuses('1..2\nok 1 a in 12ms\nnot ok 2 b in 3ms\n')).toEqual(['passed a', 'failed b']);
    expect(statuses('1..2\nok 1 answers in 100ms\nok 2 b\n')).toEqual([
      'passed answers in 100ms',
      'passed b',
    ]);
  });

  test('as two documents when two commands printed one each', () => {
    expect(statuses('TAP version 13\nok 1 a\n1..1\nTAP version 13\nok 1 a\n1..1\n')).toEqual([
      'passed a (2 tests of this name)',
    ]);
  });

  test('with indented output that has no plan taken for output', () => {
    expect(statuses('    ok then\n    ok 2 go\nok 1 a\n1..1\n')).toEqual(['passed a']);
  });

  test('with a name that ends in a brace', () => {
    expect(statuses('ok 1 - a {\nok 2 - b {\n1..2\n')).toEqual(['passed a {', 'passed b {']);
  });
});

describe('a TAP report is none', () => {
  test.each([
    ['without a plan', 'TAP version 13\nok 1 a\n'],
    ['when the plan says more tests than were reported', '1..5\nok 1 a\nok 2 b\nok 3 c\n'],
    ['when the plan says fewer', '1..1\nok 1 a\nok 2 b\n'],
    ['after Bail out!', '1..1\nok 1 a\nBail out! database gone\n'],
    ['when a subtest is incomplete', '    ok 1 a\n    1..2\nok 1 suite\n1..1\n'],
    ['when subtests never got their parent', 'ok 1 a\n1..1\n    ok 1 b\n    1..1\n'],
    ['when a YAML block is cut off', '1..1\nnot ok 1 a\n  ---\n  error: x\n'],
    ['when the first of two documents is cut off', 'TAP version 13\nok 1 a\nTAP version 13\nok 1 b\n1..1\n'],
    ['when it is empty', ''],
  ])('%s', (_, text) => {
    expect(readReport(tap, text, [])).toBeNull();
  });
});

test('the TAP parser never throws, and ids are unique', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'ok 1 a',
      'not ok 2 a',
      '1..2',
      '    ok 1 b',
      '    1..1',
      'TAP version 13',
      '  ---',
      '  ...',
      '}',
      'ok 3 c {',
    ),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const ids = readReport(tap, lines.join('\n'), [])?.cases.map(({ id }) => id) ?? [];
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});
