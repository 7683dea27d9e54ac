import { describe, expect, test } from '@jest/globals';
import { outcomes } from '../../testing/builders/a-question.ts';
import { coldDraw, drawFrom } from '../plan/draw.ts';
import type { Draw } from '../plan/question.ts';
import { examine, type TestSamples } from './examine.ts';
import { nextLook } from './next-look.ts';
import type { Looking } from './next-look.ts';
import type { Requirements } from './requirements.ts';

const looks = [3, 5, 8, 12];
const cold = coldDraw(looks);
const origin = { at: 0, event: 'default-branch' } as const;
const stored = drawFrom({
  looks,
  available: Array.from({ length: 20 }, (_, sample) => ({ sample, origin, servedBy: null })),
  target: 20,
  confirm: 5,
  now: 0,
  maxAgeMs: 1,
});
const rules = { alpha: 0.05, drop: 0.4, beta: 0.1 };

type More = {
  readonly questions?: number;
  readonly draw?: Draw;
  readonly tests?: readonly TestSamples[];
  readonly requirements?: Requirements;
};

function after(base: string, head: string, more: More = {}): Looking {
  const { questions = 1, draw = cold, tests = [], requirements = null } = more;
  const examination = examine({ base: outcomes(base), head: outcomes(head), tests }, draw.looks, rules);
  const taken = draw.looks.filter((look) => look.head <= head.length && look.base <= base.length).length;
  return nextLook(examination, { ...draw, taken, alpha: rules.alpha, questions, requirements });
}

const none = (samples: number): string => '-'.repeat(samples);

function aTest(test: string, base: string, head: string): TestSamples {
  const passes = (picture: string): boolean[] => Array.from(picture, (sign) => sign === '+');
  return { test, base: passes(base), head: passes(head) };
}

describe('after a round of samples', () => {
  test('a question whose regression is certain enough for all questions of the run stops', () => {
    expect(after('+++', '---')).toEqual({ next: 'stop', because: 'decided' });
    expect(after('+++', '---', { questions: 4 })).toEqual({ next: 'sample-more' });
  });

  test('a clean question stops, which three samples a side can never be', () => {
    expect(after('+++', '+++')).toEqual({ next: 'sample-more' });
    expect(after('++++++++', '++++++++')).toEqual({ next: 'stop', because: 'clean' });
  });

  test('a head that still passes needs no fourth sample of a base that always did', () => {
    expect(after('+++', '+++++')).toEqual({ next: 'stop', because: 'clean' });
    expect(after('+++', '++++-')).toEqual({ next: 'sample-more' });
  });

  test('a question with a sample that could not be measured stops without a claim', () => {
    const looking = nextLook(
      examine({ base: outcomes('+++'), head: outcomes('+?+'), tests: [] }, cold.looks, rules),
      {
        ...{ ...cold, taken: 1, alpha: rules.alpha, questions: 1 },
      },
    );
    expect(looking).toEqual({ next: 'stop', because: 'unmeasured' });
  });

  test('the last look ends a question on which nothing is decided', () => {
    expect(after('++++++-++++-', '+-++-++++--+')).toEqual({ next: 'stop', because: 'last-look' });
  });
});

describe('where no sample passed on either side', () => {
  const futile = { next: 'stop', because: 'futile' };
  const more = { next: 'sample-more' };

  test('three samples of a side are too few to give up', () => {
    expect(after(none(3), none(3))).toEqual(more);
    expect(after(none(3), none(5))).toEqual(more);
    expect(after(none(20), none(3), { draw: stored })).toEqual(more);
  });

  test('the second look gives up', () => {
    expect(after(none(5), none(5))).toEqual(futile);
    expect(after(none(20), none(5), { draw: stored })).toEqual(futile);
  });

  test('one sample of the head that passed keeps the question open: a spec may have been mended', () => {
    expect(after(none(5), '-+---')).toEqual(more);
    expect(after(none(20), '-+---', { draw: stored })).toEqual(more);
  });

  test('a test that passed on the stored base keeps it open: that test may have broken', () => {
    const tests = [aTest('rounds half up', `${'+'.repeat(16)}----`, '++---')];
    expect(after(none(20), none(5), { draw: stored, tests })).toEqual(more);
  });

  test('a new test that passed keeps it open, and one that never did does not', () => {
    const requirements = (passed: number): Requirements => ({
      ...({ verdict: 'undecided', p: 1, passed: 0, samples: 5 } as const),
      tests: [{ test: 'new', passed, failed: 5 - passed }],
    });
    expect(after(none(20), none(5), { draw: stored, requirements: requirements(1) })).toEqual(more);
    expect(after(none(20), none(5), { draw: stored, requirements: requirements(0) })).toEqual(futile);
  });

  test('a plan on record from before this rule goes on to the last look', () => {
    const before = { ...stored, endsFutile: false };
    expect(after(none(20), none(8), { draw: before })).toEqual(more);
    expect(after(none(20), none(12), { draw: before })).toEqual({ next: 'stop', because: 'last-look' });
  });
});
