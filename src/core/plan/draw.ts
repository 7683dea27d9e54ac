import {
  coldPlan,
  lonePlan,
  planWith,
  roundedDown,
  storedSteps,
  withoutShort,
} from '../statistics/sampling-plan.ts';
import { chooseBase } from './choose-base.ts';
import type { BaseSample } from './choose-base.ts';
import type { Draw } from './question.ts';
import type { PlannedQuestion } from '../records/record.ts';
import type { SamplingPlan } from '../statistics/sampling-plan.ts';
import type { Age } from '../records/trust.ts';

/** The draw of a comparison without any stored base sample. */
export function coldDraw(looks: readonly number[]): Draw {
  const plan = coldPlan(looks);
  const baseSamples = Array.from({ length: plan.at(-1)?.base ?? 0 }, (_, sample) => sample);
  return {
    ...{ looks: plan, baseSamples, reused: [], confirming: [], headSamples: firstHeads(plan) },
    endsFutile: true,
  };
}

/** The draw of a comparison in which no sample of either side was seen before: all are new numbers. */
export function freshDraw(
  looks: readonly number[],
  taken: { readonly base: ReadonlySet<number>; readonly head: ReadonlySet<number> },
): Draw {
  const plan = coldPlan(looks);
  const last = plan.at(-1) ?? { base: 0, head: 0 };
  return {
    ...{ looks: plan, baseSamples: freeNumbers(taken.base, last.base), reused: [], confirming: [] },
    headSamples: freeNumbers(taken.head, last.head),
    endsFutile: true,
  };
}

/** The draw of a question about one arm. */
export function loneDraw(looks: readonly number[]): Draw {
  const plan = lonePlan(looks);
  return {
    ...{ looks: plan, baseSamples: [], reused: [], confirming: [], headSamples: firstHeads(plan) },
    endsFutile: false,
  };
}

/** The draw of a question as it is stored. */
export function recordedDraw(planned: PlannedQuestion): Draw {
  const { looks, baseSamples, reused, confirming, headSamples, endsFutile } = planned;
  return {
    ...{ looks, baseSamples, reused, confirming, headSamples: headSamples ?? firstHeads(looks) },
    endsFutile: endsFutile === true,
  };
}

/**
 * Fixes the samples of a comparison: stored base samples, chosen by age alone and never by outcome; then fresh ones
 * if the head has more looks than the base has samples; and the fresh ones that would have to confirm a block.
 */
export function drawFrom(
  of: Age & {
    readonly looks: readonly number[];
    readonly available: readonly BaseSample[];
    /** Largest number of stored samples that a plan uses: `samples.base`. */
    readonly target: number;
    /** Fresh samples that confirm a block: `samples.confirm`. */
    readonly confirm: number;
  },
): Draw {
  const steps = storedSteps.filter((step) => step <= of.target);
  const chosen = chooseBase({ ...of, steps });
  const looks = planWith(chosen.n0, of.looks);
  const needed = looks.at(-1)?.base ?? 0;
  const taken = new Set(of.available.map(({ sample }) => sample));
  const fresh = freeNumbers(taken, Math.max(0, needed - chosen.n0) + of.confirm);
  const topUp = fresh.slice(0, fresh.length - of.confirm);
  return {
    looks,
    baseSamples: [...chosen.samples, ...topUp],
    reused: chosen.samples,
    confirming: chosen.n0 === 0 ? [] : fresh.slice(topUp.length),
    headSamples: firstHeads(looks),
    endsFutile: true,
  };
}

/** The comparison that confirms a regression: the fresh samples, filled up with the best of the stored ones. */
export function confirmingDraw(draw: Draw): {
  readonly looks: Draw['looks'];
  readonly baseSamples: readonly number[];
} {
  const stored = roundedDown(draw.reused.length + draw.confirming.length);
  const looks = planWith(
    stored,
    withoutShort(draw.looks).map(({ head }) => head),
  );
  return { looks, baseSamples: [...draw.confirming, ...draw.baseSamples].slice(0, looks.at(-1)?.base) };
}

// The first sample numbers; those on record are replayed.
function firstHeads(looks: SamplingPlan): readonly number[] {
  return Array.from({ length: looks.at(-1)?.head ?? 0 }, (_, sample) => sample);
}

// A number that is already on record would be replayed instead of drawn.
function freeNumbers(taken: ReadonlySet<number>, count: number): readonly number[] {
  const free: number[] = [];
  for (let number = 0; free.length < count; number += 1) if (!taken.has(number)) free.push(number);
  return free;
}
