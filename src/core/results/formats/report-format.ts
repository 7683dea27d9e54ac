/** What can become of one test. */
export const testStatuses = ['passed', 'failed', 'skipped'] as const;

/** Where a runner says a test stands, before it becomes an id. */
export type CasePlace = {
  /** Path as the runner gave it; empty when it gave none. */
  readonly file: string;
  /** Nested suites and tests, outermost first, the test itself last. */
  readonly names: readonly string[];
};

/** A test as a report tells of it, before ids are made and numbered. */
export type FoundCase = CasePlace & {
  readonly status: (typeof testStatuses)[number];
  /** Why it failed; of a test that did not fail it is not read. */
  readonly message: string;
};

/** What a whole report tells, in the order of the runner. */
export type FoundReport = {
  readonly cases: readonly FoundCase[];
  /** Files that ended with 0 and reported no test, or not every test that they began; only node:test tells. */
  readonly cutShort?: readonly string[];
};

/** A format in which runners report. Its file and its place in the list of formats are all that a new one needs. */
export type ReportFormat = {
  /** Stored with every run that was read in it, so it is never renamed. */
  readonly name: string;
  /** Whether a text without its byte order mark may be such a report: a quick look, before `read` knows. */
  readonly mayBe: (text: string) => boolean;
  /** Whether a command printed such a report among other output; null = it is looked for in files alone. */
  readonly isPrintedIn: ((output: string) => boolean) | null;
  /** Reads the text of a report, whatever it is; null when it is not a whole one. Ids and limits are made by the caller. */
  readonly read: (text: string) => FoundReport | null;
};
