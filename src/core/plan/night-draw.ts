import { planWith, storedSteps } from '../statistics/sampling-plan.ts';
import type { BaseSample } from './choose-base.ts';
import type { Draw } from './question.ts';
import { isFresh, type Age } from '../records/trust.ts';

/** Fresh samples per series and night: within a week they fill the stored base of the pull requests. */
export const samplesPerNight = 3;

/**
 * The stored samples of the anchor with which tonight is compared: the oldest ones, chosen by age alone, so that a
 * drift of the model does not change them.
 */
export function anchorSamples(available: readonly BaseSample[], target: number): readonly number[] {
  return available
    .toSorted((one, other) => one.origin.at - other.origin.at || one.sample - other.sample)
    .slice(0, target)
    .map(({ sample }) => sample);
}

/**
 * The sample numbers of tonight: free ones first, then those whose record is too old for a new plan, the oldest
 * first. Records of the anchor are kept.
 */
export function nightNumbers(
  of: Age & {
    readonly available: readonly BaseSample[];
    readonly kept: readonly number[];
    readonly count: number;
    /** Plans with stored samples only look at numbers below this. */
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
  // Numbers beyond `within` are still new, but only this run knows of them.
  const beyond = Array.from({ length: of.count }, (_, index) => of.within + index).filter(
    (number) => !taken.has(number),
  );
  return [...free, ...stale, ...beyond].slice(0, of.count);
}

/**
 * The draw of a drift comparison: the anchor's stored samples, filled up if they are few, against tonight's samples
 * only.
 */
export function driftDraw(of: {
  readonly looks: readonly number[];
  /** The result of anchorSamples. */
  readonly anchor: readonly number[];
  /** New numbers, for the head, and for the anchor if it has too few samples. */
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
    // Fresh samples of the anchor's text would drift with the model and hide the drift.
    confirming: [],
    headSamples: of.fresh.slice(0, last.head),
    endsFutile: true,
  };
}

/** The largest number of new samples that a drift comparison may need. */
export function freshForDrift(looks: readonly number[]): number {
  return 2 * (looks.at(-1) ?? 0);
}
