import * as z from 'zod';
import { completionSchema } from '../generation/completion.ts';
import { testRunSchema } from '../results/test-report.ts';
import { lookSchema } from '../statistics/sampling-plan.ts';
import type { Stored } from '../stored.ts';
import { kindsOfQuestion } from './asks.ts';
import { nightEntrySchema } from './night-entry.ts';

const count = z.number().int().nonnegative();

/** The origin of a record. It decides which later runs may trust it. */
export type Origin = Stored<typeof originSchema>;

const originSchema = z.strictObject({
  /** Epoch milliseconds at which it was written. */
  at: z.number().nonnegative(),
  /** `default-branch`: the workflow and the commits are those of the default branch. */
  event: z.enum(['pull-request', 'default-branch', 'manual', 'local']),
  /** Git ref of the run; null where there is none. */
  ref: z.string().nullable(),
  /** Id of the workflow run, the same for all its attempts; null outside a workflow. */
  run: z.string().nullable(),
  pullRequest: z.number().int().positive().nullable(),
  /** Which import it came with; missing = a run that used this folder wrote it. */
  import: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .exactOptional(),
});

const stamped = { schema: z.literal(1), key: z.string(), origin: originSchema };

/** A paid answer as it was received. The answer protocol reads it again at each use. */
export type GenerationRecord = RecordOf<'generation'>;

const generationSchema = z.strictObject({
  ...stamped,
  kind: z.literal('generation'),
  model: z.string(),
  sample: count,
  nonce: z.string(),
  attempts: count,
  result: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('completed'), completion: completionSchema }),
    z.strictObject({ kind: z.literal('too-long'), detail: z.string() }),
  ]),
});

/** One run of a test command in one tree, not yet judged: whether it passed depends on the inventory. */
export type TestRunRecord = RecordOf<'test-run'>;

const testRunRecordSchema = z.strictObject({
  ...stamped,
  kind: z.literal('test-run'),
  testRun: testRunSchema,
  /** What a reader should know about how the tree was prepared; kept so that setup need not run again to learn it. */
  notes: z.array(z.string()).optional(),
});

/** A question with its samples, fixed before its first head sample. */
export type PlannedQuestion = Stored<typeof plannedQuestionSchema>;

/** A planned question as it is stored. */
export const plannedQuestionSchema = z.strictObject({
  /** Name of the spec. */
  spec: z.string(),
  /** Id of the model. */
  model: z.string(),
  asks: z.enum(kindsOfQuestion),
  looks: z.array(lookSchema),
  /** Sample numbers of the base side, in the order in which the looks take them. */
  baseSamples: z.array(count),
  /** The ones among them that were drawn for another comparison. */
  reused: z.array(count),
  /** Numbers of the fresh base samples that would confirm a regression. */
  confirming: z.array(count),
  /** Sample numbers of the head, if they are not the first ones. */
  headSamples: z.array(count).exactOptional(),
  /** It ends where no later sample could decide; missing if it was planned without this rule. */
  endsFutile: z.literal(true).exactOptional(),
});

/** What a run plans to ask, written before the first head sample, so that judging again takes the same samples. */
export type PlanRecord = RecordOf<'plan'>;

const planSchema = z.strictObject({
  ...stamped,
  kind: z.literal('plan'),
  questions: z.array(plannedQuestionSchema),
});

/** What an audit found on one night. It is the history if there is no branch for it. */
export type NightRecord = RecordOf<'night'>;

const nightSchema = z.strictObject({
  ...stamped,
  kind: z.literal('night'),
  entries: z.array(nightEntrySchema),
});

/**
 * Everything that is stored: the two halves of a cell, plans and nights. Nothing else crosses jobs, caches and runs.
 */
export type StoredRecord = Stored<typeof storedRecordSchema>;

const storedRecordSchema = z.discriminatedUnion('kind', [
  generationSchema,
  testRunRecordSchema,
  planSchema,
  nightSchema,
]);

/** The exact shape of a record file: a record and the digest it was written with. */
export const recordFileSchema = z.strictObject({ digest: z.string(), record: storedRecordSchema });

/** The record of one kind. */
export type RecordOf<Kind extends StoredRecord['kind']> = Extract<StoredRecord, { readonly kind: Kind }>;

/** A record before the store has stamped its origin on it. */
export type Unstamped<Record extends StoredRecord = StoredRecord> = Record extends StoredRecord
  ? Omit<Record, 'origin'>
  : never;
