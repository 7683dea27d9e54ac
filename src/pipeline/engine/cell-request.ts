import { needsGuard } from '../../core/control-runs/judge-control.ts';
import type { Controls } from '../../core/controls/change.ts';
import type { Arm } from '../../core/plan/arm.ts';
import type { Role } from '../../core/plan/question.ts';
import type { TreeRuns } from '../../core/results/test-report.ts';
import { timeoutOf } from '../../core/results/timeout-of.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';

/** What a cell needs besides its arm: the question for which it is measured, and how long its tests may take. */
export type CellRequest = {
  readonly arm: Arm;
  /** Id of the question. */
  readonly question: string;
  readonly role: Role;
  readonly sample: number;
  readonly timeoutMs: number;
  /** Changes of the tests that a pass must notice; null = none are known. */
  readonly controls: Controls | null;
  /** Whether a guard watches its test process. */
  readonly isGuarded: boolean;
  /** Of the waiting calls the one with the highest priority goes first. */
  readonly priority: number;
  /** Epoch milliseconds: an older answer on record does not count as this sample. */
  readonly notBefore?: number;
};

/** How the tests of a version's cells run, as its trees say. */
export function testedAs(
  version: SpecVersion,
  trees: TreeRuns | undefined,
): Pick<CellRequest, 'timeoutMs' | 'controls' | 'isGuarded'> {
  const controls = trees?.controls ?? null;
  return { timeoutMs: timeoutOf(version, trees?.own ?? null), controls, isGuarded: needsGuard(controls) };
}
