import type { Suspicion } from '../generation/suspicions.ts';
import type { NoCode } from '../generation/completion.ts';
import type { Outcome } from '../results/outcome.ts';
import type { TestRun, TreeRuns } from '../results/test-report.ts';
import type { SpecVersion } from '../specs/spec.ts';
import type { Arm } from '../plan/arm.ts';
import type { Question, Role } from '../plan/question.ts';
import type { GenerationRecord } from '../records/record.ts';

/** One sample of an arm as it was measured, not yet judged. */
export type MeasuredCell = {
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

/** The cells of one side of a question, in the order in which they were measured. */
export function cellsOfSide(
  { cells }: Pick<Measurements, 'cells'>,
  { id }: Pick<Question, 'id'>,
  role: Role,
): readonly MeasuredCell[] {
  return indexOf(cells).bySide.get(sideKey(id, role)) ?? [];
}

/** The cells of a version on any model. */
export function cellsOfVersion(
  { cells }: Pick<Measurements, 'cells'>,
  version: SpecVersion,
): readonly MeasuredCell[] {
  return indexOf(cells).byVersion.get(version) ?? [];
}

type CellIndex = {
  count: number;
  readonly bySide: Map<string, MeasuredCell[]>;
  readonly byVersion: Map<SpecVersion, MeasuredCell[]>;
};

// Of a thousand questions each asks for its own few of tens of thousands of cells. A list of cells only ever grows.
const indexes = new WeakMap<readonly MeasuredCell[], CellIndex>();

function indexOf(cells: readonly MeasuredCell[]): CellIndex {
  const index = indexes.get(cells) ?? { count: 0, bySide: new Map(), byVersion: new Map() };
  indexes.set(cells, index);
  for (; index.count < cells.length; index.count += 1) {
    const cell = cells[index.count];
    if (cell === undefined) break;
    listIn(index.bySide, sideKey(cell.question, cell.role)).push(cell);
    listIn(index.byVersion, cell.arm.version).push(cell);
  }
  return index;
}

function sideKey(question: string, role: Role): string {
  return `${role} ${question}`;
}

function listIn<Key>(lists: Map<Key, MeasuredCell[]>, key: Key): MeasuredCell[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** Everything a run measured: what verdicts and reports are derived from. */
export type Measurements = {
  readonly cells: readonly MeasuredCell[];
  readonly trees: ReadonlyMap<SpecVersion, TreeRuns>;
};
