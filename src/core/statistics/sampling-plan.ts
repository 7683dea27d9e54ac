import { z } from 'zod';
import type { Stored } from '../stored.ts';

/** Cumulative sample numbers of both arms at one look. */
export type Look = Stored<typeof lookSchema>;

const samples = z.number().int().nonnegative();

/** A look as it is stored. */
export const lookSchema = z.strictObject({ base: samples, head: samples });

/** The looks of one question in order, fixed before the first head sample. Every threshold is computed for them. */
export type SamplingPlan = readonly Look[];

/** Passes of both arms at one look. */
export type Passes = { readonly base: number; readonly head: number };

/**
 * Numbers of stored base samples that a plan may use. They are few, so that few plans exist and their thresholds are
 * known.
 */
export const storedSteps = [3, 5, 8, 12, 16, 20, 25, 40] as const;

/** The largest step that is not above `samples`; 0 when there is none. */
export function roundedDown(samples: number): number {
  return storedSteps.findLast((step) => step <= samples) ?? 0;
}

/** The plan of a base without stored samples: at each look the base gets as many samples as the head. */
export function coldPlan(looks: readonly number[]): SamplingPlan {
  return planWith(0, looks);
}

/**
 * The plan of a base with stored samples: all of them count from the first look on, and more are drawn where head has
 * more.
 */
export function planWith(stored: number, looks: readonly number[]): SamplingPlan {
  return looks.map((head) => ({ base: Math.max(roundedDown(stored), head), head }));
}

/** The same plan with the arms' roles exchanged: the test for an improvement. */
export function swapped(plan: SamplingPlan): SamplingPlan {
  return plan.map(({ base, head }) => ({ base: head, head: base }));
}
