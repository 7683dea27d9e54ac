import { z } from 'zod';
import type { Stored } from '../stored.ts';
import { formats } from './formats/formats.ts';
import { testStatuses } from './formats/report-format.ts';

/** What the test command says of a version's tree without any generated code. */
export type TreeRuns = {
  /** On the committed code; null where nothing is committed under `writes`. */
  readonly own: TestRun | null;
  /** With `writes` emptied: tests that pass here do not depend on the generated files. */
  readonly emptied: TestRun;
  /** What a reader should know of how this tree was made ready. */
  readonly notes: readonly string[];
};

/** One test as a runner reported it. */
export type TestCase = Stored<typeof testCaseSchema>;

const testCaseSchema = z.strictObject({
  /** File > nested suites > name, free of workspace paths. */
  id: z.string(),
  status: z.enum(testStatuses),
  /** Why it failed, clipped; empty otherwise. */
  message: z.string(),
});

/** What a test runner said, whatever its format. */
export type TestReport = Stored<typeof testReportSchema>;

const testReportSchema = z.strictObject({
  /** `exit-code` has no cases: nothing but the code is known. */
  format: z.enum([...formats.map(({ name }) => name), 'exit-code']),
  cases: z.array(testCaseSchema),
  /** Files that ended with 0 and reported no test, or not every test that they began; only node:test tells. */
  cutShort: z.array(z.string()).optional(),
});

/** Text that was cut to a byte cap: the head and the tail are kept. */
export type Clipped = Stored<typeof clippedSchema>;

const clippedSchema = z.strictObject({ text: z.string(), droppedBytes: z.number().int().nonnegative() });

/** How a command ended. A timeout is a value, not an exception. */
export type CommandRun = Stored<typeof commandRunSchema>;

const commandRunSchema = z.strictObject({
  end: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('exited'), code: z.number().int() }),
    z.strictObject({ kind: z.literal('killed'), signal: z.string() }),
    z.strictObject({ kind: z.literal('timed-out') }),
    z.strictObject({ kind: z.literal('cancelled') }),
  ]),
  stdout: clippedSchema,
  stderr: clippedSchema,
  durationMs: z.number().nonnegative(),
});

/**
 * Something in a run that an earned pass does not have. The first three say that a witness is missing: no guarded
 * process, a report without our key, a test process that never came to its end. The others are traces of a hand.
 */
export type Sign = Guarded['signs'][number];

/** What the guard in the test processes says of a run. */
export type Guarded = Stored<typeof guardedSchema>;

const guardedSchema = z.strictObject({
  signs: z.array(
    z.enum(['unguarded', 'unsigned', 'cut-short', 'patched', 'forged', 'files-changed', 'poison-survived']),
  ),
  /** Names of functions that were replaced or accept anything, clipped. */
  broken: z.array(z.string()),
  /** Every test was made to fail. */
  poisoned: z.boolean(),
});

/** One run of the test command in one tree. */
export type TestRun = Stored<typeof testRunSchema>;

/** A test run as it is stored. */
export const testRunSchema = z.strictObject({
  run: commandRunSchema,
  /** null when the runner left none that can be read. */
  report: testReportSchema.nullable(),
  /** Missing where nothing watched the run. */
  guard: guardedSchema.exactOptional(),
});
