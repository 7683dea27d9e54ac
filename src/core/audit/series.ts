import type { Arm } from '../plan/arm.ts';
import type { Model } from '../settings.ts';
import type { SpecPair } from '../specs/spec.ts';

/** One spec on one model, night after night. */
export type Series = {
  readonly spec: string;
  /** The anchor's text and today's text. */
  readonly change: SpecPair;
  readonly model: Model;
  /** Today's text, which is sampled every night. */
  readonly head: Arm;
  /** What a drift is measured against: the anchor's text, or today's own if there is no anchor. */
  readonly anchor: Arm;
  /** Digests of what the model is shown, as in the history. */
  readonly texts: { readonly head: string; readonly anchor: string };
};
