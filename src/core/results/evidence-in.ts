import { fileOfCase } from './case-id.ts';
import type { TestReport, TestRun } from './test-report.ts';

/** What is known of a commit before one of its test runs is read as evidence. */
export type Surroundings = {
  readonly mayWrite: (path: string) => boolean;
  /** Files that report no test even without generated code, such as a helper that node:test runs as a test. */
  readonly cutShortAnyway: ReadonlySet<string>;
};

/**
 * A test run without the tests that a model may have written itself: generated files can neither pass nor fail a
 * cell.
 */
export function evidenceIn(testRun: TestRun, around: Surroundings): TestRun {
  const { run, report } = testRun;
  if (report === null) return testRun;
  if (report.format === 'exit-code') return testRun;
  const isModels = (file: string | null): boolean => file !== null && around.mayWrite(file);
  const own = report.cases.filter(({ id }) => !isModels(fileOfCase(id)));
  // Reuse the array: of tens of thousands of runs hardly any has such a case.
  const cases = own.length === report.cases.length ? report.cases : own;
  const cutShort = (report.cutShort ?? []).filter(
    (file) => !isModels(file) && !around.cutShortAnyway.has(file),
  );
  const evidence: TestReport = { format: report.format, cases, ...(cutShort.length > 0 ? { cutShort } : {}) };
  return { ...testRun, run: isExplained(report, evidence) ? ended(run) : run, report: evidence };
}

/** The same for a commit whose other runs are reported test by test: there an exit code alone counts as no report. */
export function withoutExitCode(testRun: TestRun): TestRun {
  return testRun.report?.format === 'exit-code' ? { ...testRun, report: null } : testRun;
}

// A failure in a model's own test file explains the exit code too.
function isExplained(whole: TestReport, evidence: TestReport): boolean {
  return hasFailed(whole) && !hasFailed(evidence);
}

function hasFailed({ cases }: TestReport): boolean {
  return cases.some(({ status }) => status === 'failed');
}

function ended(run: TestRun['run']): TestRun['run'] {
  return run.end.kind === 'exited' ? { ...run, end: { kind: 'exited', code: 0 } } : run;
}
