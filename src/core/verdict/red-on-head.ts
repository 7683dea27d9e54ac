import type { Question } from '../plan/question.ts';
import { isRed } from '../results/red-repository.ts';
import type { TestRun } from '../results/test-report.ts';
import type { SpecPair } from '../specs/spec.ts';
import type { Measurements } from './measurements.ts';

/** The test runs on the committed code of the two sides, with the ids of the head. */
export type OwnRuns = { readonly base: TestRun | null; readonly head: TestRun | null };

/** Tests that pass on the committed code of the base and not on that of the head. */
export function redOnHead({ base, head }: OwnRuns): readonly string[] {
  if (base === null || head === null || !tookPlaceRed(head)) return [];
  const failed = new Set(idsOf(head, 'failed'));
  const spared = new Set([...idsOf(head, 'passed'), ...idsOf(head, 'skipped')]);
  return [...new Set(idsOf(base, 'passed'))].filter((id) => failed.has(id) || !spared.has(id));
}

/** The same for a test command that names no test. */
export function isSuiteRedOnHead({ base, head }: OwnRuns): boolean {
  if (base === null || head === null || !tookPlaceRed(head)) return false;
  return base.report?.format === 'exit-code' && !isRed(base);
}

/** The ones among these tests that not every sample passes. Where all do, they speak against nobody. */
export function failingIn(samples: readonly TestRun[], tests: readonly string[]): readonly string[] {
  if (tests.length === 0) return [];
  const results = samples.map((sample) => ({
    passed: new Set(idsOf(sample, 'passed')),
    failed: new Set(idsOf(sample, 'failed')),
  }));
  return tests.filter((id) => results.some(({ passed, failed }) => failed.has(id) || !passed.has(id)));
}

/** The test runs of a question's samples of the head, as far as they took place. */
export function headSamples(
  question: Pick<Question, 'id'>,
  { cellsOf }: Pick<Measurements, 'cellsOf'>,
): readonly TestRun[] {
  return cellsOf(question, 'head').flatMap(({ testRun }) =>
    testRun === null || testRun.run.end.kind === 'cancelled' ? [] : testRun,
  );
}

/**
 * Whether such a failure says nothing about the code that a model writes: the committed code is the same on both sides.
 * A test that changed may ask for code that nobody has generated yet, so then it counts.
 */
export function isCodeBlameless({ isCodeSame, changedTests }: SpecPair): boolean {
  return isCodeSame === true && changedTests.length === 0;
}

function tookPlaceRed(head: TestRun): boolean {
  return head.run.end.kind !== 'cancelled' && isRed(head);
}

function idsOf({ report }: TestRun, wanted: 'passed' | 'failed' | 'skipped'): readonly string[] {
  return (report?.cases ?? []).filter(({ status }) => status === wanted).map(({ id }) => id);
}
