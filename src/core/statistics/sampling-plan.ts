import * as z from 'zod';
import type { Stored } from '../stored.ts';

/** Cumulative sample numbers of both arms at one look. */
export type Look = Stored<typeof lookSchema>;

const samples = z.number().int().nonnegative();

/**
 * A look as it is stored. At a short look the base has fewer samples than the look after it will have: a question can
 * only end there because a drop is ruled out; no drop and no improvement is looked for.
 */
export const lookSchema = z.strictObject({
  base: samples,
  head: samples,
  short: z.literal(true).exactOptional(),
});

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
 * more. Before the base gets its first such samples there is a short look, because a head that still passes needs no
 * more of the base to be called held. A plan of two looks has none: its second look is the last one.
 */
export function planWith(stored: number, looks: readonly number[]): SamplingPlan {
  const known = roundedDown(stored);
  return looks.flatMap((head, index) => {
    const base = Math.max(known, head);
    const before = Math.max(known, looks[index - 1] ?? head);
    const isFirstGrowth = index === 1 && looks.length > 2 && before < base;
    return [...(isFirstGrowth ? [{ base: before, head, short: true } as const] : []), { base, head }];
  });
}

/** A plan without its short looks. */
export function withoutShort(plan: SamplingPlan): SamplingPlan {
  return plan.filter(({ short }) => short !== true);
}

/** The looks of a question about one arm. */
export function lonePlan(looks: readonly number[]): SamplingPlan {
  return looks.map((head) => ({ base: head, head }));
}

/** The same plan with the arms' roles exchanged: the test for an improvement. */
export function swapped(plan: SamplingPlan): SamplingPlan {
  return plan.map(({ base, head, ...rest }) => ({ base: head, head: base, ...rest }));
}

/** Everything in a plan that its thresholds depend on, as a text. */
export function planNumbers(plan: SamplingPlan): string {
  return plan.map(({ base, head, short }) => `${base}:${head}${short === true ? ' short' : ''}`).join(', ');
}
