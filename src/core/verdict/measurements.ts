import type { Controls } from '../controls/change.ts';
import type { Suspicion } from '../generation/suspicions.ts';
import type { Unmeasured, WithoutCode } from '../results/outcome.ts';
import type { TestRun, TreeRuns } from '../results/test-report.ts';
import type { SpecVersion } from '../specs/spec.ts';
import type { Arm } from '../plan/arm.ts';
import type { Question, Role } from '../plan/question.ts';
import type { TakenAnswer } from '../records/taken-answer.ts';
import type { VersionEvidence } from './version-evidence.ts';

/** Changes of the tests that a pass must notice, for each arm of one question; null = none are known. */
export type CellControls = Readonly<Record<Role, Controls | null>>;

/** One sample of an arm as the engine returns it. */
export type UnreadCell = {
  /** Id of the question for which it was measured. */
  readonly question: string;
  readonly role: Role;
  readonly arm: Arm;
  /** Starts at 0. */
  readonly sample: number;
  readonly code: { readonly kind: 'files' } | WithoutCode | Unmeasured;
  /**
   * null if there was no code to test. If several runs were combined, a test that failed and then passed on the same
   * tree counts as passed.
   */
  readonly testRun: TestRun | null;
  /** Tests that flipped on this tree. */
  readonly flaky: readonly string[];
  /** What a scan of the generated text found; missing if nothing was scanned. */
  readonly suspicions?: readonly Suspicion[];
  /** null if the model gave no answer at all. */
  readonly generation: TakenAnswer | null;
  /** The answer came from a record: no model was asked and nothing was paid. */
  readonly cached: boolean;
};

/** One measured sample of an arm, not yet judged. */
export type MeasuredCell = UnreadCell & {
  /** Its test run without tests that the model may have written itself; null if there was none. */
  readonly evidence: TestRun | null;
};

/** Everything that a run measured. Verdicts and reports are derived from it. */
export type Measurements = {
  /** The questions for which the cells were measured. */
  readonly questions: readonly Question[];
  readonly cells: readonly MeasuredCell[];
  readonly trees: ReadonlyMap<SpecVersion, TreeRuns>;
  /** Controls that were found on samples because nothing is committed, by the id of the question. */
  readonly cellControls: ReadonlyMap<string, CellControls>;
  /** The cells of one side of a question, in the order in which they were measured. */
  readonly cellsOf: (question: Pick<Question, 'id'>, role: Role) => readonly MeasuredCell[];
  /** What is known of a version from its trees and its cells on all models. */
  readonly evidenceOn: (version: SpecVersion) => VersionEvidence;
  /** The same with these cells instead of its own. */
  readonly with: (cells: readonly MeasuredCell[]) => Measurements;
};
