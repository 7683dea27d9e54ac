import { logBeta } from '../statistics/jeffreys.ts';
import type { Counts } from './found-words.ts';

/** Samples of two texts: the base's and the head's. */
export type Tallies = { readonly base: Counts; readonly head: Counts };

/** Samples by prefix: the n-th are those of the text with the first n parts of the change. */
export type PrefixCounts = readonly Counts[];

/** The probability of each part, and what the next sample would show if it were the cause. */
export type Posterior = {
  readonly probabilities: readonly number[];
  /** For each part the chance that a sample passes that lacks it (`base`), and that has it (`head`), if it is the cause. */
  readonly chances: readonly { readonly base: number; readonly head: number }[];
};

/**
 * If part c is the cause, prefixes that lack it pass as often as the base and those that have it as often as the head.
 * Both pass rates are unknown: Jeffreys' prior and the samples of detection, integrated out by the Beta distribution.
 */
export function posteriorOf(prior: readonly number[], detected: Tallies, counts: PrefixCounts): Posterior {
  const base = betaOf(detected.base);
  const head = betaOf(detected.head);
  const sides = sidesOf(counts, prior.length);
  const logs = sides.map(
    (side, part) => Math.log(weightOf(prior[part])) + logGain(base, side.base) + logGain(head, side.head),
  );
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return {
    probabilities: weights.map((weight) => weight / sum),
    chances: sides.map((side) => ({ base: chance(base, side.base), head: chance(head, side.head) })),
  };
}

/** For each part the samples that lack it and those that have it. */
function sidesOf(counts: PrefixCounts, parts: number): readonly Tallies[] {
  const all = counts.reduce(plus, none);
  let base = none;
  return Array.from({ length: parts }, (_, part) => {
    base = plus(base, counts[part] ?? none);
    return { base, head: { passed: all.passed - base.passed, failed: all.failed - base.failed } };
  });
}

type Beta = { readonly a: number; readonly b: number };

const none: Counts = { passed: 0, failed: 0 };

function plus(one: Counts, other: Counts): Counts {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

function betaOf({ passed, failed }: Counts): Beta {
  return { a: passed + 0.5, b: failed + 0.5 };
}

/** Logarithm of the chance of these samples in their order. */
function logGain({ a, b }: Beta, { passed, failed }: Counts): number {
  return logBeta(a + passed, b + failed) - logBeta(a, b);
}

function chance({ a, b }: Beta, { passed, failed }: Counts): number {
  return (a + passed) / (a + b + passed + failed);
}

// A part that nobody weighed, or weighed at nothing, can still be the cause.
function weightOf(weight: number | undefined): number {
  return weight !== undefined && weight > 1e-9 && Number.isFinite(weight) ? weight : 1e-9;
}
