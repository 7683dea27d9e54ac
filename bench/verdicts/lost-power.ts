import { decisionChance } from '../../src/core/statistics/decision-chance.ts';
import { futileBelow } from '../../src/core/statistics/futility.ts';
import { planWith, storedSteps } from '../../src/core/statistics/sampling-plan.ts';
import type { Passes, SamplingPlan } from '../../src/core/statistics/sampling-plan.ts';
import { endsOf } from './exact.ts';
import type { Endpoint, Ends } from './exact.ts';

/** The largest chance of a word that a stop without a claim takes away, and at which true rates. */
export type Lost = { readonly points: number; readonly base: number; readonly head: number };

const looks = [3, 5, 8, 12];
const rules = { alpha: 0.05, drop: 0.4, beta: 0.1 };
const alone = rules.alpha / 2;
const never = { base: 0, head: 0 };

/** Rates from 0 to 1 in steps of 5 points, for both sides. */
const rates = Array.from({ length: 21 }, (_, step) => step / 20);

const fineRates = Array.from({ length: 101 }, (_, step) => step / 100);

/** Numbers of stored base samples of the plans that are followed; 3 has the cold plan. */
export const followedPlans: readonly number[] = [0, ...storedSteps.filter((stored) => stored > 3)];

/** Numbers of tests at whose level a single test is followed. */
const testCounts = [1, 2, 4, 8, 12, 30, 100];

/** What the suite of a question loses to the rule, in any word; `nothing passed` is the rule about a dead base. */
export function lostBySuite(stored: number): Lost {
  const plan = planWith(stored, looks);
  const ends = (index: number, suite: Passes): boolean =>
    mayEnd(plan, index) && decisionChance({ plan, index, suite, tests: [] }, rules) < futileBelow;
  return largestLoss(suiteOf(plan, ends), ['drop', 'improved', 'held']);
}

/**
 * What one test loses whose suite never passes, and whose other tests leave nothing open: then its own chance stands
 * alone against the bar.
 */
export function lostByTest(stored: number): Lost {
  const plan = planWith(stored, looks);
  const losses = testCounts.map((tests) => {
    const level = rules.alpha / (2 * tests);
    const endpoint: Endpoint = { plan, level, alone: level, rulesOut: null, ends: () => false };
    const others = Array.from({ length: tests - 1 }, () => never);
    const ends = (index: number, passes: Passes): boolean =>
      mayEnd(plan, index) &&
      decisionChance({ plan, index, suite: never, tests: [passes, ...others] }, rules) < futileBelow;
    return largestLoss({ ...endpoint, ends }, ['drop', 'improved']);
  });
  return losses.reduce((worst, loss) => (loss.points > worst.points ? loss : worst));
}

/** What a mended spec loses whose stored base never passed: `improved` by the rule about a dead base. */
export function lostToDeadBase(stored: number): Lost {
  const plan = planWith(stored, looks);
  const ends = (index: number, { base, head }: Passes): boolean => mayEnd(plan, index) && base + head === 0;
  return largestLoss(suiteOf(plan, ends), ['improved'], { bases: [0], heads: fineRates });
}

/** What a suite would lose if a cold question ended after three samples a side, where none of them passed. */
export function lostAtFirstLook(): Lost {
  const plan = planWith(0, looks);
  return largestLoss(
    suiteOf(plan, (index, { base, head }) => index === 0 && base + head === 0),
    ['drop', 'improved'],
  );
}

function suiteOf(plan: SamplingPlan, ends: Endpoint['ends']): Endpoint {
  return { plan, level: alone, alone, rulesOut: rules, ends };
}

// As the engine does it: from the second look on, but not at a short one and not at the last.
function mayEnd(plan: SamplingPlan, index: number): boolean {
  const isFirst = plan.findIndex(({ short }) => short !== true) === index;
  return !isFirst && plan[index]?.short !== true && index < plan.length - 1;
}

function largestLoss(
  endpoint: Endpoint,
  words: readonly ('drop' | 'improved' | 'held')[],
  at: { readonly bases: readonly number[]; readonly heads: readonly number[] } = {
    bases: rates,
    heads: rates,
  },
): Lost {
  const [whole, ended] = [endsOf({ ...endpoint, ends: () => false }), endsOf(endpoint)];
  let worst: Lost = { points: 0, base: 0, head: 0 };
  for (const base of at.bases)
    for (const head of at.heads) {
      const [kept, left]: readonly Ends[] = [whole({ base, head }), ended({ base, head })];
      if (kept === undefined || left === undefined) continue;
      for (const word of words)
        if (kept[word] - left[word] > worst.points) worst = { points: kept[word] - left[word], base, head };
    }
  return worst;
}
