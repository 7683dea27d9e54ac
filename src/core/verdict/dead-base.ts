import type { Question } from '../plan/question.ts';
import type { TestRun } from '../results/test-report.ts';
import { expectedTests, haveNothingInCommon, withHeadIds } from './expected-tests.ts';
import type { ExpectedTests } from './expected-tests.ts';
import type { Measurements } from './measurements.ts';

/**
 * Whether no test that base and head share passed without a new sample: neither on the committed code of the base nor
 * on any sample of it that was measured. Whatever the head then does, nothing can be compared with it.
 */
export function isBaseDead(question: Question, measurements: Measurements): boolean {
  if (question.base === null) return false;
  const { own = null } = measurements.trees.get(question.base.version) ?? {};
  const tests = expectedTests(question, measurements);
  if (own === null || haveNothingInCommon(tests)) return false;
  const stored = measurements.cellsOf(question, 'base').flatMap(({ testRun }) => testRun ?? []);
  return ![own, ...stored].some((testRun) => passesOne(testRun, tests));
}

// Where the head names no test yet, every test of the base may be one of its own.
function passesOne(testRun: TestRun, { shared, moved }: ExpectedTests): boolean {
  const { report, run } = withHeadIds(testRun, moved);
  const passed = (report?.cases ?? []).filter(({ status }) => status === 'passed');
  if (report?.format === 'exit-code') return run.end.kind === 'exited' && run.end.code === 0;
  return passed.some(({ id }) => shared.ids.length === 0 || shared.ids.includes(id));
}
