import type { Checked } from '../../pipeline/check/conclude.ts';

/** The outcome of a job: a summary to publish, or its part of a run that another job publishes. */
export type Done =
  | { readonly kind: 'judged'; readonly checked: Checked }
  | { readonly kind: 'part'; readonly outputs: Readonly<Record<string, string>> };
