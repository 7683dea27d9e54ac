import type { Model } from '../core/settings.ts';

/** What a vendor says of a model's life. */
export type Lifecycle =
  | { readonly kind: 'ends'; readonly why: string; readonly on: string | null }
  /** No end is announced, or this vendor announces none where it could be read. */
  | { readonly kind: 'unknown' };

/** Asks a vendor whether a model is going away; never fails a run. */
export type AskLifecycle = (model: Model, signal: AbortSignal) => Promise<Lifecycle>;
