import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { outcomes } from '../../testing/builders/a-question.ts';
import { predicted } from '../statistics/futility.ts';
import { planWith } from '../statistics/sampling-plan.ts';
import type { SamplingPlan } from '../statistics/sampling-plan.ts';
import { examine, type Examination } from './examine.ts';

const rules = { alpha: 0.05, drop: 0.4, beta: 0.1 };

type Pictures = { readonly base: string; readonly head: string };

function seen(plan: SamplingPlan, { base, head }: Pictures): Examination {
  return examine({ base: outcomes(base), head: outcomes(head), tests: [] }, plan, rules);
}

function isDecided({ p, improvedP, clean }: Examination): boolean {
  return clean || Math.min(p, improvedP) <= rules.alpha;
}

// Every way in which the samples may go on, each judged by the engine itself at every look.
function chanceOfDecision(plan: SamplingPlan, so: Pictures, index: number): number {
  const next = plan[index + 1];
  if (next === undefined) return 0;
  return continued(so.base, next.base)
    .flatMap((base) => continued(so.head, next.head).map((head) => ({ base, head })))
    .reduce((sum, { base, head }) => {
      const then = { base: base.picture, head: head.picture };
      const chance = isDecided(seen(plan, then)) ? 1 : chanceOfDecision(plan, then, index + 1);
      return sum + base.chance * head.chance * chance;
    }, 0);
}

function continued(picture: string, until: number): { readonly picture: string; readonly chance: number }[] {
  const passed = Array.from(picture).filter((sign) => sign === '+').length;
  const more = until - picture.length;
  return predicted(passed, picture.length, more).map((chance, passes) => ({
    picture: `${picture}${'+'.repeat(passes)}${'-'.repeat(more - passes)}`,
    chance,
  }));
}

test('a question that ends as futile is decided in fewer than 2 % of all ways in which it might go on', () => {
  const stored = fc.constantFrom(0, 5, 8, 12);
  const seldom = fc.string({
    unit: fc.constantFrom('-', '-', '-', '-', '-', '+'),
    minLength: 12,
    maxLength: 12,
  });
  fc.assert(
    fc.property(stored, fc.nat({ max: 1 }), fc.tuple(seldom, seldom), (count, later, [base, head]) => {
      const plan = planWith(count, [3, 5, 8, 12]);
      const index = plan.length - 2 - later;
      const look = plan[index] ?? { base: 0, head: 0 };
      const so = { base: base.slice(0, look.base), head: head.slice(0, look.head) };
      fc.pre(seen(plan, so).isFutile);
      expect(chanceOfDecision(plan, so, index)).toBeLessThan(0.02);
    }),
    { numRuns: 40 },
  );
});
