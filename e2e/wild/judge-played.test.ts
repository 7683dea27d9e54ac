import { describe, expect, test } from '@jest/globals';
import { problemsOf } from './judge-played.ts';
import type { Played } from './play-case.ts';
import type { Expectation } from './wild-case.ts';

const played: Played = {
  exit: 0,
  log: 'Plan: 1 question',
  comment: 'held on `a`: 5/5 → 5/5\n<details>\nfolded\n</details>',
  result: {
    conclusion: 'success',
    verdicts: [
      { model: 'a', verdict: 'held', brokenTests: [], requirements: null },
      { model: 'b', verdict: 'inconclusive', brokenTests: ['x > y'], why: 'the models are down' },
    ],
  },
  calls: { a: 10, b: 3 },
  sentMegabytes: 12,
};

const right: Expectation = { exit: 0, calls: 13 };

function problems(expected: Partial<Expectation>): readonly string[] {
  return problemsOf(played, [{ ...right, ...expected }]);
}

describe('a case is right', () => {
  test.each<[string, Partial<Expectation>]>([
    ['when exit code and calls are as expected', {}],
    ['when each model was called as often as expected', { calls: { a: 10, b: { least: 1, most: 5 } } }],
    [
      'when verdicts are found by model, whatever their order',
      { verdicts: { b: 'inconclusive', a: 'held' } },
    ],
    ['when broken tests and requirements are those', { broken: { b: ['x > y'] }, requirements: { a: null } }],
    ['when a pattern fits', { result: { verdicts: [{ model: 'b', why: '/models are (down|away)/' }] } }],
    ['when words stand across line ends', { comment: ['5/5 <details> folded'] }],
    ['when words are not said that should not be', { never: ['regressed'] }],
    ['when an endless stream was left in time', { sentMegabytes: 16 }],
  ])('%s', (_, expected) => {
    expect(problems(expected)).toEqual([]);
  });

  test('when one of several expectations holds', () => {
    expect(problemsOf(played, [{ exit: 2, calls: 0 }, right])).toEqual([]);
  });
});

describe('a case is wrong', () => {
  test.each<[string, Partial<Expectation>, RegExp]>([
    ['when the exit code is another', { exit: 1 }, /^exit code is 0, should be 1$/],
    ['when calls are one more', { calls: 12 }, /^calls: 13, should be 12$/],
    ['when one model was called too often', { calls: { b: 2 } }, /^calls of b: 3, should be 2$/],
    ['when a verdict is another', { verdicts: { a: 'regressed' } }, /verdicts\[a\]\.verdict is "held"/],
    ['when a verdict is only a part of the expected word', { verdicts: { a: 'hel' } }, /should be "hel"/],
    ['when a model is missing', { verdicts: { c: 'held' } }, /verdicts\[c\] is not there/],
    ['when a broken test is not named', { broken: { b: ['x > y', 'x > z'] } }, /brokenTests is \["x > y"\]/],
    ['when a field is missing', { requirements: { b: 'met' } }, /requirements is not there/],
    ['when a pattern does not fit', { result: { conclusion: '/neutral/' } }, /conclusion is "success"/],
    [
      'when words are folded away',
      { screen: ['folded'] },
      /first screen of the comment does not say: folded/,
    ],
    ['when words stand in the comment alone', { log: ['held'] }, /the log does not say: held/],
    ['when words are said that should not be', { never: ['/down|away/'] }, /^it is said, and should not be/],
    ['when an endless stream was read on', { sentMegabytes: 10 }, /^12 MB were read/],
  ])('%s', (_, expected, problem) => {
    expect(problems(expected)).toEqual([expect.stringMatching(problem)]);
  });

  test('when no expectation holds', () => {
    expect(
      problemsOf(played, [
        { exit: 2, calls: 0 },
        { exit: 1, calls: 13 },
      ]),
    ).toHaveLength(2);
  });

  test('when nothing is left to look at', () => {
    expect(problemsOf({ ...played, result: null }, [{ ...right, conclusion: 'success' }])).toHaveLength(1);
  });
});
