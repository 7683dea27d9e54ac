import { logBeta } from '../statistics/jeffreys.ts';
import type { Counts } from './found-words.ts';

/**
 * What is believed of an unknown pass rate: a mixture of Beta distributions, each with the logarithm of its share
 * divided by its Beta function.
 */
export type PassRate = readonly { readonly logWeight: number; readonly a: number; readonly b: number }[];

/** Of the base and of the head. */
export type Sides<Value> = { readonly base: Value; readonly head: Value };

/**
 * What is believed of both pass rates once a question regressed. The samples of detection were chosen for their drop, so
 * they show a larger one than there is: to a belief that leaves the head's rate open comes one that it is about one half
 * (docs/decisions/0035-search-over-prefixes.md).
 */
export function ratesAt(detected: Sides<Counts>): Sides<PassRate> {
  return {
    base: updated([component(1, 1.5, 0.5)], sound(detected.base)),
    head: updated([component(openShare, 1, 2), component(1 - openShare, 11, 9)], sound(detected.head)),
  };
}

const openShare = 0.4;

/** The logarithm of the chance of some samples in their order, and the chance that the next one passes. */
export type Fit = { readonly logChance: number; readonly nextPasses: number };

/** How well a pass rate explains samples: it is integrated out (beta-binomial). */
export function fitOf(rate: PassRate, { passed, failed }: Counts): Fit {
  const logs = rate.map(({ logWeight, a, b }) => logWeight + logBeta(a + passed, b + failed));
  const most = Math.max(...logs);
  let all = 0;
  let passing = 0;
  for (const [index, { a, b }] of rate.entries()) {
    const weight = Math.exp((logs[index] ?? 0) - most);
    all += weight;
    passing += (weight * (a + passed)) / (a + b + passed + failed);
  }
  return { logChance: most + Math.log(all), nextPasses: passing / all };
}

/** Both counts together. */
export function plus(one: Counts, other: Counts): Counts {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

function component(share: number, a: number, b: number): PassRate[number] {
  return { logWeight: Math.log(share) - logBeta(a, b), a, b };
}

function updated(rate: PassRate, counts: Counts): PassRate {
  const { logChance } = fitOf(rate, counts);
  return rate.map(({ logWeight, a, b }) => ({
    logWeight: logWeight - logChance,
    a: a + counts.passed,
    b: b + counts.failed,
  }));
}

// Counts may come from a file; what is no count is no sample.
function sound({ passed, failed }: Counts): Counts {
  const count = (value: number): number => (value > 0 && value < Infinity ? value : 0);
  return { passed: count(passed), failed: count(failed) };
}
