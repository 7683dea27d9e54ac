import { sidesOf } from '../plan/question.ts';
import type { Question, Role } from '../plan/question.ts';
import type { TreeRuns } from '../results/test-report.ts';
import type { SpecVersion } from '../specs/spec.ts';
import type { CellControls, MeasuredCell, Measurements, UnreadCell } from './measurements.ts';
import { treeEvidence } from './tree-evidence.ts';
import type { TreeEvidence } from './tree-evidence.ts';
import { VersionEvidence } from './version-evidence.ts';

/** What was measured so far. It grows during a run, in the order in which cells end. */
export class Measured implements Measurements {
  readonly questions: readonly Question[];
  readonly trees: ReadonlyMap<SpecVersion, TreeRuns>;
  readonly cells: MeasuredCell[] = [];
  readonly cellControls = new Map<string, CellControls>();
  // Indexed, because a thousand questions each look for a few of tens of thousands of cells.
  readonly #sides = new Map<string, MeasuredCell[]>();
  readonly #versions = new Map<SpecVersion, VersionEvidence>();
  readonly #trees: Map<SpecVersion, TreeEvidence>;

  constructor(
    of: Pick<Measurements, 'questions' | 'trees'>,
    readTrees = new Map<SpecVersion, TreeEvidence>(),
  ) {
    this.questions = of.questions;
    this.trees = of.trees;
    this.#trees = readTrees;
  }

  /** Reads one more cell as evidence and adds it. */
  add(cell: UnreadCell): void {
    const { testRun } = cell;
    const evidence = testRun === null ? null : this.#treeOf(cell.arm.version).read(testRun);
    this.#take({ ...cell, evidence });
  }

  readonly cellsOf: Measurements['cellsOf'] = ({ id }, role) => this.#sides.get(sideKey(id, role)) ?? [];

  readonly evidenceOn: Measurements['evidenceOn'] = (version) => {
    const known = this.#versions.get(version) ?? new VersionEvidence(this.#treeOf(version));
    this.#versions.set(version, known);
    return known;
  };

  /** The same measurements with these cells instead of its own. */
  with(cells: readonly MeasuredCell[]): Measured {
    const other = new Measured(this, this.#trees);
    for (const [question, controls] of this.cellControls) other.cellControls.set(question, controls);
    for (const cell of cells) other.#take(cell);
    return other;
  }

  /** The same cells in the order of the plan, so that nothing later depends on which cell ended first. */
  inOrder(): Measured {
    return this.with(
      this.questions.flatMap((question) =>
        sidesOf(question).flatMap(({ role }) =>
          this.cellsOf(question, role).toSorted((one, other) => one.sample - other.sample),
        ),
      ),
    );
  }

  #take(cell: MeasuredCell): void {
    const key = sideKey(cell.question, cell.role);
    const side = this.#sides.get(key) ?? [];
    this.#sides.set(key, side);
    side.push(cell);
    this.cells.push(cell);
    this.evidenceOn(cell.arm.version).add(cell.evidence);
  }

  #treeOf(version: SpecVersion): TreeEvidence {
    const known = this.#trees.get(version) ?? treeEvidence(version, this.trees.get(version));
    this.#trees.set(version, known);
    return known;
  }
}

function sideKey(question: string, role: Role): string {
  return `${role} ${question}`;
}

/** Cells that were measured elsewhere, read as evidence. */
export function measuredFrom(
  of: Pick<Measurements, 'questions' | 'trees'> & { readonly cells: readonly UnreadCell[] },
): Measured {
  const measured = new Measured(of);
  for (const cell of of.cells) measured.add(cell);
  return measured;
}

/** Nothing was asked, so nothing was measured. */
export const nothingMeasured: Measurements = new Measured({ questions: [], trees: new Map() });
