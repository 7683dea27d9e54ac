import type { TestRun } from '../../core/results/test-report.ts';

/** A test run, and what a reader should know about how its tree was prepared. */
export type NotedTestRun = { readonly testRun: TestRun; readonly notes: readonly string[] };
