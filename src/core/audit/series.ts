import type { Arm } from '../plan/arm.ts';
import type { Model } from '../settings.ts';
import type { SpecPair } from '../specs/spec.ts';

/** One spec on one model, night after night. */
export type Series = {
  readonly spec: string;
  /** The anchor's text and today's. */
  readonly change: SpecPair;
  readonly model: Model;
  /** Today's text: what is sampled every night. */
  readonly head: Arm;
  /** What a drift is held against: the anchor's text, or today's own where there is no other. */
  readonly anchor: Arm;
  /** Digests of what the model is shown, as the history names them. */
  readonly texts: { readonly head: string; readonly anchor: string };
};
