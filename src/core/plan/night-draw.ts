import { planWith, storedSteps } from '../statistics/sampling-plan.ts';
import type { BaseSample } from './choose-base.ts';
import type { Draw } from './question.ts';
import { isFresh, type Age } from '../records/trust.ts';

/** Fresh samples of each series and night: in a week they fill the stored base of the pull requests. */
export const samplesPerNight = 3;

/**
 * Stored samples of the anchor that a drift is held against: the oldest, so that a drift of the model does not move
 * them, chosen by age alone.
 */
export function anchorSamples(available: readonly BaseSample[], target: number): readonly number[] {
  return available
    .toSorted((one, other) => one.origin.at - other.origin.at || one.sample - other.sample)
    .slice(0, target)
    .map(({ sample }) => sample);
}

/**
 * Sample numbers that are drawn tonight: free ones first, then those whose record is too old to be planned with, the
 * oldest first. Records that are kept as the anchor's stay as they are.
 */
export function nightNumbers(
  of: Age & {
    readonly available: readonly BaseSample[];
    readonly kept: readonly number[];
    readonly count: number;
    /** Numbers below this are looked at by whoever plans with stored samples. */
    readonly within: number;
  },
): readonly number[] {
  const taken = new Set([...of.available.map(({ sample }) => sample), ...of.kept]);
  const free = Array.from({ length: of.within }, (_, number) => number).filter(
    (number) => !taken.has(number),
  );
  const stale = of.available
    .filter((sample) => !isFresh(sample, of) && !of.kept.includes(sample.sample))
    .toSorted((one, other) => one.origin.at - other.origin.at || one.sample - other.sample)
    .map(({ sample }) => sample);
  // Past all of these a number is still new, and only this run knows of it.
  const beyond = Array.from({ length: of.count }, (_, index) => of.within + index).filter(
    (number) => !taken.has(number),
  );
  return [...free, ...stale, ...beyond].slice(0, of.count);
}

/** A drift comparison: the anchor's stored samples, topped up where they are few, against samples of tonight alone. */
export function driftDraw(of: {
  readonly looks: readonly number[];
  /** Of anchorSamples. */
  readonly anchor: readonly number[];
  /** Numbers that are new: for the head, and for the anchor where it is short. */
  readonly fresh: readonly number[];
}): Draw {
  const stored = storedSteps.findLast((step) => step <= of.anchor.length) ?? 0;
  const looks = planWith(stored, of.looks);
  const last = looks.at(-1) ?? { base: 0, head: 0 };
  const reused = of.anchor.slice(0, stored);
  const topUp = of.fresh.slice(last.head, last.head + Math.max(0, last.base - stored));
  return {
    looks,
    baseSamples: [...reused, ...topUp],
    reused,
    // Fresh samples of the anchor's text would drift with the model, and hide what is asked for.
    confirming: [],
    headSamples: of.fresh.slice(0, last.head),
  };
}

/** How many new numbers a drift comparison may need at most. */
export function freshForDrift(looks: readonly number[]): number {
  return 2 * (looks.at(-1) ?? 0);
}
