import { cellsOfArm } from '../../core/verdict/measurements.ts';
import type { MeasuredCell, Measurements } from '../../core/verdict/measurements.ts';
import { armsOf } from '../../core/plan/plan.ts';
import type { Arm, Plan } from '../../core/plan/plan.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import type { TreeRuns } from '../../core/results/test-report.ts';

/** What was measured so far; grows while a run goes on, in the order in which cells end. */
export class Measured implements Measurements {
  readonly cells: MeasuredCell[] = [];
  readonly trees: ReadonlyMap<SpecVersion, TreeRuns>;

  constructor(trees: ReadonlyMap<SpecVersion, TreeRuns>) {
    this.trees = trees;
  }

  add(cell: MeasuredCell): void {
    this.cells.push(cell);
  }

  /** Whether this sample of the arm was measured. */
  has(arm: Arm, sample: number): boolean {
    return cellsOfArm(this, arm).some((cell) => cell.sample === sample);
  }

  /** Whether any sample of the arm was measured. */
  hasAny(arm: Arm): boolean {
    return cellsOfArm(this, arm).length > 0;
  }

  /** The same cells in the order of the plan, so that nothing that follows can depend on which ended first. */
  inOrderOf(plan: Plan): Measurements {
    const arms = plan.questions.flatMap((question) => armsOf(question));
    const cells = arms.flatMap((arm) =>
      cellsOfArm(this, arm).toSorted((one, other) => one.sample - other.sample),
    );
    return { cells, trees: this.trees };
  }
}
