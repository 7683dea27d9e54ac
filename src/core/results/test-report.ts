import * as z from 'zod';
import type { Controls } from '../controls/change.ts';
import type { Stored } from '../stored.ts';
import { formatNames } from './formats/format-names.ts';
import { testStatuses } from './formats/report-format.ts';

/** The test command's results on a version's tree without any generated code. */
export type TreeRuns = {
  /** With the committed code; null if nothing is committed under `writes`. */
  readonly own: TestRun | null;
  /** With `writes` emptied. */
  readonly emptied: TestRun;
  /** With something else instead of the committed code; missing where nothing is committed, or on no record. */
  readonly standIns?: StandInRuns;
  /** Which changes of its tests are noticed; missing where nobody tried. */
  readonly controls?: Controls;
  /** What a reader should know about how this tree was prepared. */
  readonly notes: readonly string[];
  /** By whose judge all of this was tested; missing where the change alters none. */
  readonly judge?: TreeJudge;
};

/** Whose judge counts for the samples of the head, and whether it makes a difference. */
export type JudgeChoice = {
  readonly by: 'base' | 'head';
  /** On the head's own code both name the same tests with the same results. */
  readonly agree: boolean;
};

/** What a change alters of the way the tests of a tree run, and whose way counts. */
export type TreeJudge = JudgeChoice & {
  /** The judging files that it alters, as a reader is told. */
  readonly altered: readonly string[];
  /** Who accepted that; null where nobody did. */
  readonly accepted: AcceptedTests | null;
};

/** Somebody with write access accepted what a commit alters of the way its tests are run. */
export type AcceptedTests = {
  /** The login on GitHub, or how it was said elsewhere. */
  readonly by: string;
  /** Address of the comment that says so; null where there is none. */
  readonly url: string | null;
};

/** Runs that show whether the tests read the files under `writes`, which an installed copy could stand in for. */
export type StandInRuns = {
  /** Every file replaced by one that no language can load. */
  readonly unloadable: TestRun;
  /** Every file replaced by an empty one that can be loaded; null where the other runs are enough. */
  readonly hollow: TestRun | null;
  /** Files that the tests load in place of the generated ones, as far as that can be known. */
  readonly loaded: readonly string[];
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

/** The result of a test runner, in any format. */
export type TestReport = Stored<typeof testReportSchema>;

const testReportSchema = z.strictObject({
  /** `exit-code` has no cases: only the exit code is known. */
  format: z.enum({ ...formatNames, 'exit-code': 'exit-code' }),
  cases: z.array(testCaseSchema),
  /** Files that ended with 0 and reported no test, or not every test that they began. Only node:test reports this. */
  cutShort: z.array(z.string()).optional(),
  /** Size of the largest file that it was read from, where that is large: cells may have a multiple of it. */
  bytes: z.number().int().positive().exactOptional(),
});

/** Text that was cut to a number of bytes: its start and its end are kept. */
export type Clipped = Stored<typeof clippedSchema>;

const clippedSchema = z.strictObject({ text: z.string(), droppedBytes: z.number().int().nonnegative() });

/** How a command ended. A timeout is a value, not an exception. */
export type CommandRun = Stored<typeof commandRunSchema>;

const commandRunSchema = z.strictObject({
  end: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('exited'), code: z.number().int() }),
    z.strictObject({ kind: z.literal('killed'), signal: z.string() }),
    z.strictObject({ kind: z.literal('timed-out') }),
    /** Its processes and their files in memory were more than a sandbox allows all of them together. */
    z.strictObject({ kind: z.literal('over-limit'), limit: z.enum(['memory', 'files']) }),
    z.strictObject({ kind: z.literal('cancelled') }),
  ]),
  stdout: clippedSchema,
  stderr: clippedSchema,
  durationMs: z.number().nonnegative(),
});

/**
 * Something in a run that an honest pass does not have. The first three mean that a witness is missing: no guarded
 * process, a report without our key, a test process that never finished. The others are traces of tampering.
 */
export type Sign = Guarded['signs'][number];

/** What the guard in the test processes reports about a run. */
export type Guarded = Stored<typeof guardedSchema>;

const guardedSchema = z.strictObject({
  signs: z.array(
    z.enum([
      'unguarded',
      'unsigned',
      'cut-short',
      'patched',
      'forged',
      'files-changed',
      'poison-survived',
      'unnoticed-changes',
    ]),
  ),
  /** Names of functions that were replaced or that accept anything, clipped. */
  broken: z.array(z.string()),
  /** Every test was made to fail. */
  poisoned: z.boolean(),
});

const tooLargeSchema = z.strictObject({
  file: z.string(),
  bytes: z.number().int().positive(),
  limitBytes: z.number().int().positive(),
});

/** One run of the test command in one tree. */
export type TestRun = Stored<typeof testRunSchema>;

/** A test run, and what a reader should know about how its tree was prepared. */
export type NotedTestRun = { readonly testRun: TestRun; readonly notes: readonly string[] };

/** A test run as it is stored. */
export const testRunSchema = z.strictObject({
  run: commandRunSchema,
  /** null when the runner wrote none that can be read. */
  report: testReportSchema.nullable(),
  /** Missing if nothing watched the run. */
  guard: guardedSchema.exactOptional(),
  /** A report that was not read, because it is above the limit; there is no report then. */
  tooLarge: tooLargeSchema.exactOptional(),
  /** Files that were loaded in place of those under `writes`; missing if nobody looked. */
  loaded: z.array(z.string()).exactOptional(),
});
