import type { Model } from '../core/settings.ts';

/** What a vendor says about the end of a model. */
export type Lifecycle =
  | { readonly kind: 'ends'; readonly why: string; readonly on: string | null }
  /** No end is announced, or this vendor has no endpoint that announces one. */
  | { readonly kind: 'unknown' };

/** Asks a vendor whether a model is going away; never fails a run. */
export type AskLifecycle = (model: Model, signal: AbortSignal) => Promise<Lifecycle>;
