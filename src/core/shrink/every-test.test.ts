import { expect, test } from '@jest/globals';
import { aQuestion, outcomes } from '../../testing/builders/a-question.ts';
import { coldDraw } from '../plan/draw.ts';
import { isRuledOut } from '../statistics/ruled-out.ts';
import { coldPlan } from '../statistics/sampling-plan.ts';
import { decide } from '../verdict/decide.ts';
import type { TestSamples } from '../verdict/examine.ts';
import type { Verdict } from '../verdict/verdict.ts';

const rules = { alpha: 0.05, drop: 0.4, beta: 0.05, portable: 0.8 };
const everyTest = { ...rules, everyTest: true } as const;

const row = (signs: string): boolean[] => Array.from(signs, (sign) => sign === '+');

/** The verdict on tests given as their results on the base and on the head; the suite passes where all of them do. */
function verdictOf(
  tests: Readonly<Record<string, readonly [string, string]>>,
  by: typeof rules | typeof everyTest,
): Pick<Verdict, 'verdict' | 'excludes'> {
  const samples = Object.entries(tests).map(([test, [base, head]]): TestSamples => ({
    test,
    base: row(base),
    head: row(head),
  }));
  const suite = (side: 'base' | 'head') =>
    outcomes(
      samples[0]?.[side]
        .map((_, index) => (samples.every((each) => each[side][index] === true) ? '+' : '-'))
        .join('') ?? '',
    );
  const question = { ...aQuestion(), ...coldDraw([20]) };
  const answered = {
    ...{ question, confirmation: { kind: 'not-needed' as const }, invalidReason: null },
    samples: { base: suite('base'), head: suite('head'), tests: samples },
  };
  const [{ verdict, excludes } = { verdict: 'inconclusive' as const, excludes: null }] = decide([answered], {
    decide: by,
  });
  return { verdict, excludes };
}

const always = '+'.repeat(20);
const halfOfThem = '+-'.repeat(10);
const fourOfFive = '++++-'.repeat(4);
const passedIn = (passed: number): string => '+'.repeat(passed) + '-'.repeat(20 - passed);

test('what one test gains does not make up for what another one lost', () => {
  const traded = { mended: [halfOfThem, always], broken: [always, fourOfFive] } as const;

  expect(verdictOf(traded, everyTest)).toEqual({ verdict: 'improved', excludes: null });
});

test('an improvement in which no test lost anything is held, with what is ruled out for each', () => {
  const mended = { mended: [halfOfThem, always], steady: [always, always] } as const;

  expect(verdictOf(mended, rules)).toEqual({ verdict: 'improved', excludes: null });
  expect(verdictOf(mended, everyTest)).toEqual({ verdict: 'held', excludes: 0.15 });
});

test('of the suite and its tests the one of which least is known says what is ruled out', () => {
  const noisy = { noisy: [fourOfFive, fourOfFive], steady: [always, always] } as const;
  const steady = { steady: [always, always] } as const;
  const [most, least] = [verdictOf(noisy, everyTest).excludes, verdictOf(steady, everyTest).excludes];

  expect(most).toBeGreaterThan(least ?? 1);
});

test('a test that hardly ever passed cannot have lost so much, and one that passed at times can', () => {
  const isWithout = (passes: number, now: number): boolean => {
    const plan = coldPlan([20]);
    const look = { base: 20, head: 20 };
    const tests = [{ test: 'rare', base: row(passedIn(passes)), head: row(passedIn(now)) }];
    return isRuledOut({ plan, look, passes: { base: 20, head: 20 }, tests }, everyTest);
  };

  expect(isWithout(0, 0)).toBe(true);
  expect(isWithout(3, 2)).toBe(true);
  expect(isWithout(7, 0)).toBe(false);
});
