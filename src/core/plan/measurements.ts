import type { Suspicion } from '../generation/suspicions.ts';
import type { NoCode } from '../generation/completion.ts';
import type { Outcome } from '../results/outcome.ts';
import type { TestRun } from '../results/test-report.ts';
import type { SpecVersion } from '../specs/spec.ts';
import type { Arm } from './plan.ts';
import type { GenerationRecord } from './record.ts';

/** One sample of an arm as it was measured, not yet judged. */
export type MeasuredCell = {
  readonly arm: Arm;
  /** Starts at 0. */
  readonly sample: number;
  readonly code:
    | { readonly kind: 'files' }
    | { readonly kind: 'no-code'; readonly why: NoCode }
    | { readonly kind: 'unmeasured'; readonly why: Extract<Outcome, { kind: 'unmeasured' }>['why'] };
  /** null where there was no code to test. Settled: a test that failed and then passed on the same tree has passed. */
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

/** What the test command says of a version's tree without any generated code. */
export type TreeRuns = {
  /** On the committed code; null where nothing is committed under `writes`. */
  readonly own: TestRun | null;
  /** With `writes` emptied: tests that pass here do not depend on the generated files. */
  readonly emptied: TestRun;
  /** What a reader should know of how this tree was made ready. */
  readonly notes: readonly string[];
};

/** Everything a run measured: what verdicts and reports are derived from. */
export type Measurements = {
  readonly cells: readonly MeasuredCell[];
  readonly trees: ReadonlyMap<SpecVersion, TreeRuns>;
};
