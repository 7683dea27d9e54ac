import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { storedSteps } from '../statistics/sampling-plan.ts';
import { agedOut, chooseBase, type BaseSample } from './choose-base.ts';

const now = 1_000_000;
const age = { now, maxAgeMs: 1000 };

function aSample(sample: number, of: Partial<BaseSample['origin']> & { servedBy?: string } = {}): BaseSample {
  const { servedBy = 'm-1', ...origin } = of;
  return { sample, servedBy, origin: { at: now, event: 'pull-request', ...origin } };
}

const samples = fc.uniqueArray(
  fc.record({
    sample: fc.nat({ max: 99 }),
    servedBy: fc.constantFrom('m-1', 'm-1', 'm-1', 'm-2', null),
    origin: fc.record({
      at: fc.integer({ min: now - 1500, max: now }),
      event: fc.constantFrom('pull-request', 'default-branch', 'manual', 'local'),
    }),
  } as const),
  { selector: ({ sample }) => sample, maxLength: 60 },
);

describe('the base of a plan', () => {
  test('is as many young samples as a step allows, never the same twice', () => {
    fc.assert(
      fc.property(samples, (available) => {
        const old = agedOut(available, age);
        const young = available.filter(({ sample }) => !old.has(sample));
        const { n0, samples: chosen } = chooseBase({ available, ...age, steps: storedSteps });
        expect([0, ...storedSteps].filter((step) => step <= young.length).at(-1)).toBe(n0);
        expect(new Set(chosen).size).toBe(n0);
        expect(young.map(({ sample }) => sample)).toEqual(expect.arrayContaining([...chosen]));
      }),
    );
  });

  test('does not depend on the order in which samples were found', () => {
    fc.assert(
      fc.property(
        samples.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([available, shuffled]) => {
          expect(chooseBase({ available: shuffled, ...age, steps: storedSteps })).toEqual(
            chooseBase({ available, ...age, steps: storedSteps }),
          );
        },
      ),
    );
  });

  test('leaves out no sample that is better than one it takes', () => {
    fc.assert(
      fc.property(samples, (available) => {
        const old = agedOut(available, age);
        const taken = new Set(chooseBase({ available, ...age, steps: storedSteps }).samples);
        const goodness = ({ origin }: BaseSample): number =>
          origin.at + (origin.event === 'default-branch' ? 10_000 : 0);
        const worstTaken = Math.min(...available.filter(({ sample }) => taken.has(sample)).map(goodness));
        const left = available.filter(({ sample }) => !taken.has(sample) && !old.has(sample));
        expect(left.filter((sample) => goodness(sample) > worstTaken)).toEqual([]);
      }),
    );
  });

  test('takes the default branch first, then the newest', () => {
    const available = [
      aSample(0, { at: now - 5, event: 'default-branch' }),
      aSample(1, { at: now - 4 }),
      aSample(2, { at: now - 3 }),
      aSample(3, { at: now - 900, event: 'default-branch' }),
    ];
    expect(chooseBase({ available, ...age, steps: storedSteps })).toEqual({ n0: 3, samples: [0, 3, 2] });
  });

  test('of fewer than the smallest step is none', () => {
    const available = [aSample(0), aSample(1)];
    expect(chooseBase({ available, ...age, steps: storedSteps })).toEqual({ n0: 0, samples: [] });
  });
});

describe('aged out is', () => {
  test('what is older than allowed', () => {
    expect(agedOut([aSample(0, { at: now - 1001 }), aSample(1, { at: now - 1000 })], age)).toEqual(
      new Set([0]),
    );
  });

  test('what another served model answered than the newest sample, an old one not asked', () => {
    const available = [
      aSample(0, { at: now - 30, servedBy: 'm-1' }),
      aSample(1, { at: now - 20, servedBy: 'm-2' }),
      aSample(2, { at: now - 40, servedBy: 'm-2' }),
      aSample(3, { at: now + 5000, servedBy: 'm-3' }),
    ];
    expect(agedOut(available, age)).toEqual(new Set([0, 3]));
  });

  test('not a prompt that was too long for any model to serve', () => {
    expect(agedOut([{ ...aSample(0), servedBy: null }, aSample(1)], age)).toEqual(new Set());
  });
});
