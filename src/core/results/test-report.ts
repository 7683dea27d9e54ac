/** One test as a runner reported it. `id` = file > nested suites > name, free of workspace paths. */
export type TestCase = {
  readonly id: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Why it failed, clipped; empty otherwise. */
  readonly message: string;
};

/** What a test runner said, whatever its format. `exit-code` has no cases: nothing but the code is known. */
export type TestReport = {
  readonly format: 'node-test' | 'junit' | 'tap' | 'jest-json' | 'exit-code';
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

/** One run of the test command in one tree. `report` is null when the runner left none that can be read. */
export type TestRun = { readonly run: CommandRun; readonly report: TestReport | null };
