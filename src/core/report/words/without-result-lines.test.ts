import { expect, test } from '@jest/globals';
import { aSummary, aVerdict } from '../../../testing/builders/a-summary.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { plainPhrases } from './phrases.ts';
import { withoutResultLines } from './without-result-lines.ts';

const loop = 'the tests did not end within 4 s';
const linesOf = (changes: Partial<Verdict>) => {
  const { first, folded } = withoutResultLines(
    aSummary({ verdicts: [aVerdict({ head: { passed: 0, failed: 5, unmeasured: 0 }, ...changes })] }),
  );
  return { first: first.map(plainPhrases), folded: folded.map(plainPhrases) };
};

test('behind bad news the reason of samples in which no test failed is on the first screen, with its timeout', () => {
  expect(linesOf({ verdict: 'regressed', withoutResult: [{ why: loop, base: 0, head: 5 }] })).toEqual({
    first: [`On claude-sonnet-5-5 5 of 5 samples failed without a failing test: ${loop}.`],
    folded: [],
  });
});

test('several reasons are counted, the most frequent first, and each side has its own line', () => {
  const withoutResult = [
    { why: loop, base: 0, head: 1 },
    { why: 'the answer was cut off', base: 2, head: 4 },
  ];

  expect(linesOf({ verdict: 'suspected', withoutResult }).first).toEqual([
    `On claude-sonnet-5-5 5 of 5 samples failed without a failing test: the answer was cut off (4); ${loop} (1).`,
    'On claude-sonnet-5-5 (before) 2 of 20 samples failed without a failing test: the answer was cut off.',
  ]);
});

test('beside good news it is folded', () => {
  expect(linesOf({ verdict: 'held', withoutResult: [{ why: loop, base: 1, head: 0 }] })).toEqual({
    first: [],
    folded: [`On claude-sonnet-5-5 (before) 1 of 20 samples failed without a failing test: ${loop}.`],
  });
});
