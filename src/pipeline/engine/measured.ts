import { cellsOfSide } from '../../core/verdict/measurements.ts';
import type { MeasuredCell, Measurements } from '../../core/verdict/measurements.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { sidesOf } from '../../core/plan/question.ts';
import type { Question, Role } from '../../core/plan/question.ts';
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

  /** Whether this sample was measured for one side of a question. */
  has(question: Question, role: Role, sample: number): boolean {
    return cellsOfSide(this, question, role).some((cell) => cell.sample === sample);
  }

  /** Whether any sample was measured for it. */
  hasAny(question: Question, role: Role): boolean {
    return cellsOfSide(this, question, role).length > 0;
  }

  /** The same cells in the order of the plan, so that nothing that follows can depend on which ended first. */
  inOrderOf(plan: Plan): Measurements {
    const cells = plan.questions.flatMap((question) =>
      sidesOf(question).flatMap(({ role }) =>
        cellsOfSide(this, question, role).toSorted((one, other) => one.sample - other.sample),
      ),
    );
    return { cells, trees: this.trees };
  }
}
