import { logBeta } from '../statistics/jeffreys.ts';
import type { Counts } from './found-words.ts';

/** What is believed of an unknown pass rate: a mixture of Beta distributions, with the logarithm of each one's share. */
export type PassRate = readonly { readonly logShare: number; readonly a: number; readonly b: number }[];

/** What is believed of the base's and of the head's pass rate, or counted of them. */
export type Sides<Value> = { readonly base: Value; readonly head: Value };

/**
 * What is believed of both pass rates once a question regressed. The samples of detection were chosen for their drop, so
 * they show a larger one than there is: to a belief that leaves the head's rate open comes one that it is about one half
 * (docs/decisions/0035-search-over-prefixes.md).
 */
export function ratesAt(detected: Sides<Counts>): Sides<PassRate> {
  return {
    base: updated([{ logShare: 0, a: 1.5, b: 0.5 }], sound(detected.base)),
    head: updated(
      [
        { logShare: Math.log(openShare), a: 1, b: 2 },
        { logShare: Math.log(1 - openShare), a: 11, b: 9 },
      ],
      sound(detected.head),
    ),
  };
}

const openShare = 0.4;

/** The logarithm of the chance of these samples in their order. */
export function logChance(rate: PassRate, counts: Counts): number {
  const logs = rate.map((each) => each.logShare + logFit(each, counts));
  const most = Math.max(...logs);
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
}

/** The chance that the next sample passes after these. */
export function passChance(rate: PassRate, counts: Counts): number {
  const { passed, failed } = counts;
  const all = logChance(rate, counts);
  return rate.reduce((sum, each) => {
    const share = Math.exp(each.logShare + logFit(each, counts) - all);
    return sum + (share * (each.a + passed)) / (each.a + each.b + passed + failed);
  }, 0);
}

export function plus(one: Counts, other: Counts): Counts {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

function updated(rate: PassRate, counts: Counts): PassRate {
  const all = logChance(rate, counts);
  return rate.map((each) => ({
    logShare: each.logShare + logFit(each, counts) - all,
    a: each.a + counts.passed,
    b: each.b + counts.failed,
  }));
}

function logFit({ a, b }: { readonly a: number; readonly b: number }, { passed, failed }: Counts): number {
  return logBeta(a + passed, b + failed) - logBeta(a, b);
}

// Counts from a file may be anything; what is no count is no sample.
function sound({ passed, failed }: Counts): Counts {
  const count = (value: number): number => (Number.isFinite(value) && value > 0 ? value : 0);
  return { passed: count(passed), failed: count(failed) };
}
