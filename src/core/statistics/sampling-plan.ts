/** Cumulative sample numbers of both arms at one look. */
export type Look = { readonly base: number; readonly head: number };

/** The looks of one question in order, fixed before the first head sample: what every threshold is computed for. */
export type SamplingPlan = readonly Look[];

/** Passes of both arms at one look. */
export type Passes = { readonly base: number; readonly head: number };

/** The plan of a base without stored samples: at each look the base is topped up to the head's number. */
export function coldPlan(looks: readonly number[]): SamplingPlan {
  return looks.map((head) => ({ base: head, head }));
}

/** The same plan with the arms' roles exchanged: the test for an improvement. */
export function swapped(plan: SamplingPlan): SamplingPlan {
  return plan.map(({ base, head }) => ({ base: head, head: base }));
}
