import type { Counts } from './found-words.ts';
import { fitOf, plus, ratesAt, type Sides } from './pass-rate.ts';

/** The probability of each part, and what the next sample would show if it were the cause. */
export type Posterior = {
  readonly probabilities: readonly number[];
  /** For each part the chance that a sample passes that lacks it (`base`), and that has it (`head`), if it is the cause. */
  readonly chances: readonly Sides<number>[];
  /** For each part the samples of texts that lack it, and of those that have it. */
  readonly sides: readonly Sides<Counts>[];
};

/**
 * If part c is the cause, texts that lack it pass as often as the base and those that have it as often as the head. Both
 * pass rates are unknown and integrated out. `counts` are the samples by prefix: the n-th of the text with n parts.
 */
export function posteriorOf(
  prior: readonly number[],
  detected: Sides<Counts>,
  counts: readonly Counts[],
): Posterior {
  const rates = ratesAt(detected);
  const sides = sidesOf(counts, prior.length);
  const fits = sides.map(({ base, head }) => ({
    base: fitOf(rates.base, base),
    head: fitOf(rates.head, head),
  }));
  return {
    probabilities: sharesOf(
      fits.map(({ base, head }, part) => Math.log(weightOf(prior[part])) + base.logChance + head.logChance),
    ),
    chances: fits.map(({ base, head }) => ({ base: base.nextPasses, head: head.nextPasses })),
    sides,
  };
}

/** Probabilities from the logarithms of weights. */
export function sharesOf(logs: readonly number[]): readonly number[] {
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function sidesOf(counts: readonly Counts[], parts: number): readonly Sides<Counts>[] {
  const all = counts.reduce(plus, none);
  let base = none;
  return Array.from({ length: parts }, (_, part) => {
    base = plus(base, counts[part] ?? none);
    return { base, head: { passed: all.passed - base.passed, failed: all.failed - base.failed } };
  });
}

const none: Counts = { passed: 0, failed: 0 };

// A part that nobody weighed, or weighed at nothing, can still be the cause.
function weightOf(weight: number | undefined): number {
  return weight !== undefined && weight > 1e-9 && weight < Infinity ? weight : 1e-9;
}
