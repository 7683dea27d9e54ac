import type { Suspicion } from '../generation/suspicions.ts';
import type { NoCode } from '../generation/completion.ts';
import type { Outcome } from '../results/outcome.ts';
import type { TestRun, TreeRuns } from '../results/test-report.ts';
import type { SpecVersion } from '../specs/spec.ts';
import type { Arm } from '../plan/arm.ts';
import type { Question, Role } from '../plan/question.ts';
import type { GenerationRecord } from '../records/record.ts';
import type { VersionEvidence } from './version-evidence.ts';

/** One sample of an arm as it comes from the engine. */
export type UnreadCell = {
  /** Id of the question that it was measured for. */
  readonly question: string;
  readonly role: Role;
  readonly arm: Arm;
  /** Starts at 0. */
  readonly sample: number;
  readonly code:
    | { readonly kind: 'files' }
    | { readonly kind: 'no-code'; readonly why: NoCode }
    | { readonly kind: 'unmeasured'; readonly why: Extract<Outcome, { kind: 'unmeasured' }>['why'] };
  /** null where there was no code to test. CombinedRuns: a test that failed and then passed on the same tree has passed. */
  readonly testRun: TestRun | null;
  /** Tests that flipped on this very tree. */
  readonly flaky: readonly string[];
  /** What a scan of the generated text found; missing where there was none. */
  readonly suspicions?: readonly Suspicion[];
  /** null where the model gave no answer at all. */
  readonly generation: GenerationRecord | null;
  /** The answer came from a record: nothing was asked or paid. */
  readonly cached: boolean;
};

/** One sample of an arm as it was measured, not yet judged. */
export type MeasuredCell = UnreadCell & {
  /** Its test run without what the model may have made itself; null where there was none. */
  readonly evidence: TestRun | null;
};

/** Everything a run measured: what verdicts and reports are derived from. */
export type Measurements = {
  /** What the cells were measured for. */
  readonly questions: readonly Question[];
  readonly cells: readonly MeasuredCell[];
  readonly trees: ReadonlyMap<SpecVersion, TreeRuns>;
  /** The cells of one side of a question, in the order in which they were measured. */
  readonly cellsOf: (question: Pick<Question, 'id'>, role: Role) => readonly MeasuredCell[];
  /** What is known of a version from its trees and its cells on all models. */
  readonly evidenceOn: (version: SpecVersion) => VersionEvidence;
  /** The same with these cells in place of its own. */
  readonly with: (cells: readonly MeasuredCell[]) => Measurements;
};
