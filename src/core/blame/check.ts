import type { Check, Counts } from './found-words.ts';
import { logBeta } from '../statistics/jeffreys.ts';
import type { Tallies } from './posterior.ts';

/** Which text the check samples next, or what it came to. */
export type CheckState =
  | { readonly kind: 'sample'; readonly text: 'alone' | 'without' }
  | { readonly kind: 'settled'; readonly check: Check };

/** What the check has seen. All samples are fresh: none of detection's and none of the search's. */
export type CheckSeen = {
  /** How often the signal passed at detection. */
  readonly detected: Tallies;
  /** The base with the found part alone. */
  readonly alone: Counts;
  /** The head without the found part. */
  readonly without: Counts;
};

/** How many samples of each of its two texts the check takes at most. */
export const mostCheckSamples = 6;

/**
 * Whether the found part breaks the tests by itself and whether the head is mended without it: each text is held
 * against "passes as the base" and "passes as the head" (docs/statistics.md, "Which words").
 */
export function checkState(seen: CheckSeen): CheckState {
  const { alone, without } = seen;
  const chances = explanationChances(seen);
  const likeliest = explanations.reduce((one, other) =>
    chances[other.check] > chances[one.check] ? other : one,
  );
  if (chances[likeliest.check] >= decidedAt) return { kind: 'settled', check: likeliest.check };
  const taken = { alone: total(alone), without: total(without) };
  if (taken.alone >= mostCheckSamples && taken.without >= mostCheckSamples)
    return { kind: 'settled', check: 'undecided' };
  return { kind: 'sample', text: taken.without < taken.alone ? 'without' : 'alone' };
}

const decidedAt = 0.95;

type Explanation = {
  readonly check: Exclude<Check, 'undecided'>;
  readonly alone: 'base' | 'head';
  readonly without: 'base' | 'head';
};

const explanations: readonly [Explanation, ...Explanation[]] = [
  { check: 'this-part', alone: 'head', without: 'base' },
  { check: 'needs-another', alone: 'base', without: 'base' },
  { check: 'each-suffices', alone: 'head', without: 'head' },
  { check: 'unexplained', alone: 'base', without: 'head' },
];

/** The four explanations are equally probable before the check; both pass rates are integrated out. */
function explanationChances(seen: CheckSeen): Readonly<Record<Explanation['check'], number>> {
  const logs = explanations.map((explanation) => logChance(explanation, seen));
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const chanceAt = (index: number): number => (weights[index] ?? 0) / sum;
  return {
    'this-part': chanceAt(0),
    'needs-another': chanceAt(1),
    'each-suffices': chanceAt(2),
    unexplained: chanceAt(3),
  };
}

function logChance(explanation: Explanation, { detected, alone, without }: CheckSeen): number {
  const logSide = (side: 'base' | 'head'): number => {
    const [before] = [detected[side]];
    const fresh = [
      ...(explanation.alone === side ? [alone] : []),
      ...(explanation.without === side ? [without] : []),
    ];
    const passed = fresh.reduce((sum, counts) => sum + counts.passed, 0);
    const failed = fresh.reduce((sum, counts) => sum + counts.failed, 0);
    const [a, b] = [before.passed + 0.5, before.failed + 0.5];
    return logBeta(a + passed, b + failed) - logBeta(a, b);
  };
  return logSide('base') + logSide('head');
}

function total({ passed, failed }: Counts): number {
  return passed + failed;
}
