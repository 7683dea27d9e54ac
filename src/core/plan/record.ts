import type { Completion } from '../generation/completion.ts';
import type { TestRun } from '../results/test-report.ts';

/** A paid answer, as it came: read again by the answer protocol at each use. */
export type GenerationRecord = {
  readonly schema: 1;
  readonly kind: 'generation';
  readonly key: string;
  readonly model: string;
  readonly sample: number;
  readonly nonce: string;
  readonly attempts: number;
  readonly result:
    | { readonly kind: 'completed'; readonly completion: Completion }
    | { readonly kind: 'too-long'; readonly detail: string };
};

/** One run of a test command in one tree, unjudged: passed or failed is derived when the inventory is known. */
export type TestRunRecord = {
  readonly schema: 1;
  readonly kind: 'test-run';
  readonly key: string;
  readonly testRun: TestRun;
};

/** The stored halves of a cell; the only things that cross jobs, caches and runs. */
export type StoredRecord = GenerationRecord | TestRunRecord;
