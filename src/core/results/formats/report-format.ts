/** The possible results of one test. */
export const testStatuses = ['passed', 'failed', 'skipped'] as const;

/** The place of a test as the runner gives it, before it becomes an id. */
export type CasePlace = {
  /** Path as the runner gave it; empty when it gave none. */
  readonly file: string;
  /** Nested suites and tests, outermost first, the test itself last. */
  readonly names: readonly string[];
};

/** A test as a report has it, before ids are made and numbered. */
export type FoundCase = CasePlace & {
  readonly status: (typeof testStatuses)[number];
  /** Why it failed; ignored for a test that did not fail. */
  readonly message: string;
  /** Its class, if it is no part of the names: it tells apart tests that would otherwise share an id. */
  readonly className?: string;
};

/** The content of a whole report, in the order of the runner. */
export type FoundReport = {
  readonly cases: readonly FoundCase[];
  /** Files that ended with 0 and reported no test, or not every test that they began. Only node:test reports this. */
  readonly cutShort?: readonly string[];
};

/** A format in which runners report. A new one needs only its file and its place in the list of formats. */
export type ReportFormat = {
  /** Stored with every run that was read in this format, so it must never be renamed. */
  readonly name: string;
  /** Whether a text (without its byte order mark) may be such a report: a quick look before `read` decides. */
  readonly mayBe: (text: string) => boolean;
  /** Whether a command printed such a report among other output; null = it is only looked for in files. */
  readonly isPrintedIn: ((output: string) => boolean) | null;
  /** Reads any text as a report; null when it is not a complete one. The caller makes ids and applies limits. */
  readonly read: (text: string) => FoundReport | null;
};
