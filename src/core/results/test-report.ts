/** What the test command says of a version's tree without any generated code. */
export type TreeRuns = {
  /** On the committed code; null where nothing is committed under `writes`. */
  readonly own: TestRun | null;
  /** With `writes` emptied: tests that pass here do not depend on the generated files. */
  readonly emptied: TestRun;
  /** What a reader should know of how this tree was made ready. */
  readonly notes: readonly string[];
};

/** One test as a runner reported it. `id` = file > nested suites > name, free of workspace paths. */
export type TestCase = {
  readonly id: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Why it failed, clipped; empty otherwise. */
  readonly message: string;
};

/** What a test runner said, whatever its format. `exit-code` has no cases: nothing but the code is known. */
export type TestReport = {
  readonly format: 'node-test' | 'junit' | 'tap' | 'jest-json' | 'go-test' | 'exit-code';
  readonly cases: readonly TestCase[];
  /** Files that ended with 0 and reported no test, or not every test that they began; only node:test tells. */
  readonly cutShort?: readonly string[] | undefined;
};

/** Text that was cut to a byte cap: the head and the tail are kept. */
export type Clipped = { readonly text: string; readonly droppedBytes: number };

/** How a command ended. A timeout is a value, not an exception. */
export type CommandRun = {
  readonly end:
    | { readonly kind: 'exited'; readonly code: number }
    | { readonly kind: 'killed'; readonly signal: string }
    | { readonly kind: 'timed-out' }
    | { readonly kind: 'cancelled' };
  readonly stdout: Clipped;
  readonly stderr: Clipped;
  readonly durationMs: number;
};

/**
 * Something in a run that an earned pass does not have. The first three say that a witness is missing: no guarded
 * process, a report without our key, a test process that never came to its end. The others are traces of a hand.
 */
export type Sign =
  | 'unguarded'
  | 'unsigned'
  | 'cut-short'
  | 'patched'
  | 'forged'
  | 'files-changed'
  | 'poison-survived';

/** What the guard in the test processes says of a run. */
export type Guarded = {
  readonly signs: readonly Sign[];
  /** Names of functions that were replaced or accept anything, clipped. */
  readonly broken: readonly string[];
  /** Every test was made to fail. */
  readonly poisoned: boolean;
};

/** One run of the test command in one tree. `report` is null when the runner left none that can be read. */
export type TestRun = {
  readonly run: CommandRun;
  readonly report: TestReport | null;
  /** Missing where nothing watched the run. */
  readonly guard?: Guarded;
};
