import { expect, test } from '@jest/globals';
import { belowMinPortability } from './below-min-portability.ts';
import type { Verdict } from './verdict.ts';

const notPortable: Verdict = {
  question: 'any',
  spec: 'duration',
  model: 'weak',
  asks: 'portable',
  verdict: 'not-portable',
  base: null,
  head: { passed: 0, failed: 5, unmeasured: 0 },
  drop: null,
  p: null,
  excludes: null,
  brokenTests: [],
  withoutResult: [],
  unconfirmed: false,
  culprit: [],
  requirements: null,
  compared: null,
  wholeHead: { passed: 0, failed: 0, unmeasured: 0 },
  why: null,
};
const low = { verdicts: [notPortable], fullyMeasured: [{ spec: 'duration', head: 0.7 }] };

test('a minimum names what is not portable and what is below it', () => {
  expect(belowMinPortability({ minPortability: 0.8, failOn: 'regressed' }, low)).toEqual([
    'The gate fails: duration is not portable on weak, and `gate.min-portability` is 0.8.',
    'The gate fails: the portability of duration is 0.70, and `gate.min-portability` is 0.8.',
  ]);
});

test.each([
  ['exactly', 0.8, 0.8],
  ['always passing', 1, 1],
  ['but for a rounding error of the mean', (0.7 + 0.7 + 0.7) / 3, 0.7],
])('what reaches the minimum passes: %s', (_, head, minPortability) => {
  const fullyMeasured = [{ spec: 'duration', head }];
  expect(
    belowMinPortability({ minPortability, failOn: 'regressed' }, { verdicts: [], fullyMeasured }),
  ).toEqual([]);
});

test('what misses it by little is not written as if it reached it', () => {
  const fullyMeasured = [{ spec: 'duration', head: 0.698 }];
  expect(
    belowMinPortability({ minPortability: 0.7, failOn: 'regressed' }, { verdicts: [], fullyMeasured }),
  ).toEqual(['The gate fails: the portability of duration is 0.6980, and `gate.min-portability` is 0.7.']);
});

test('without a minimum, and where nothing may block, nothing falls short', () => {
  expect(belowMinPortability({ minPortability: 0, failOn: 'inconclusive' }, low)).toEqual([]);
  expect(belowMinPortability({ minPortability: 0.8, failOn: 'never' }, low)).toEqual([]);
});
