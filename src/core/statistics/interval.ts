import type { Tally } from './tally.ts';
import { measured } from './tally.ts';

/** An estimate with its 95 % bounds. */
export type Interval = { readonly estimate: number; readonly low: number; readonly high: number };

/**
 * Drop of the pass rate from base to head: Newcombe 1998, method 10 (Wilson's score intervals of both rates,
 * combined). Only descriptive: it never decides. Both tallies must hold measured cells.
 */
export function dropInterval(base: Tally, head: Tally): Interval {
  const one = wilson(base.passed, measured(base));
  const two = wilson(head.passed, measured(head));
  const estimate = one.estimate - two.estimate;
  return {
    estimate,
    low: estimate - Math.hypot(one.estimate - one.low, two.high - two.estimate),
    high: estimate + Math.hypot(one.high - one.estimate, two.estimate - two.low),
  };
}

/** Wilson's 95 % score interval of a rate; needs at least one sample. */
export function wilson(passed: number, samples: number): Interval {
  const z = 1.959963984540054;
  const rate = passed / samples;
  const centre = rate + (z * z) / (2 * samples);
  const spread = z * Math.sqrt((rate * (1 - rate)) / samples + (z * z) / (4 * samples * samples));
  const scale = 1 + (z * z) / samples;
  return {
    estimate: rate,
    low: Math.max(0, (centre - spread) / scale),
    high: Math.min(1, (centre + spread) / scale),
  };
}
