import type { Asks } from './asks.ts';
import type { NightEntry } from './night-entry.ts';
import type { Completion } from '../generation/completion.ts';
import type { TestRun } from '../results/test-report.ts';
import type { SamplingPlan } from '../statistics/sampling-plan.ts';

/** Where a record comes from: what decides which later runs may rely on it. */
export type Origin = {
  /** Epoch milliseconds at which it was written. */
  readonly at: number;
  /** `default-branch`: the workflow and the commits are those of the default branch. */
  readonly event: 'pull-request' | 'default-branch' | 'manual' | 'local';
  /** Git ref of the run; null where there is none. */
  readonly ref: string | null;
  /** Id of the workflow run, the same for all its attempts; null outside a workflow. */
  readonly run: string | null;
  readonly pullRequest: number | null;
};

/** A paid answer, as it came: read again by the answer protocol at each use. */
export type GenerationRecord = {
  readonly schema: 1;
  readonly kind: 'generation';
  readonly key: string;
  readonly origin: Origin;
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
  readonly origin: Origin;
  readonly testRun: TestRun;
  /** What a reader should know of how the tree was made ready; its setup is not run again to learn it. */
  readonly notes?: readonly string[] | undefined;
};

/** One question as it was fixed before its first head sample. */
export type PlannedQuestion = {
  /** Name of the spec. */
  readonly spec: string;
  /** Id of the model. */
  readonly model: string;
  readonly asks: Asks;
  readonly looks: SamplingPlan;
  /** Sample numbers of the base side, in the order in which the looks take them. */
  readonly baseSamples: readonly number[];
  /** Those of them that were drawn for another comparison. */
  readonly reused: readonly number[];
  /** Numbers of the fresh base samples that would confirm a regression. */
  readonly confirming: readonly number[];
  /** Sample numbers of the head, where they are not the first ones. */
  readonly headSamples?: readonly number[];
};

/** What a run set out to ask, written before the first head sample: judging again takes the same samples. */
export type PlanRecord = {
  readonly schema: 1;
  readonly kind: 'plan';
  readonly key: string;
  readonly origin: Origin;
  readonly questions: readonly PlannedQuestion[];
};

/** What an audit found on one night: the history where there is no branch for it. */
export type NightRecord = {
  readonly schema: 1;
  readonly kind: 'night';
  readonly key: string;
  readonly origin: Origin;
  readonly entries: readonly NightEntry[];
};

/** What is stored: the two halves of a cell, plans and nights; the only things that cross jobs, caches and runs. */
export type StoredRecord = GenerationRecord | TestRunRecord | PlanRecord | NightRecord;

/** The record of one kind. */
export type RecordOf<Kind extends StoredRecord['kind']> = Extract<StoredRecord, { readonly kind: Kind }>;

/** A record as it is made, before the store stamps its origin on it. */
export type Unstamped<Stamped extends StoredRecord = StoredRecord> = Stamped extends StoredRecord
  ? Omit<Stamped, 'origin'>
  : never;
