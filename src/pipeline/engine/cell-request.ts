import type { Arm } from '../../core/plan/arm.ts';
import type { Role } from '../../core/plan/question.ts';

/** What a cell needs besides its arm: the question for which it is measured, and how long its tests may take. */
export type CellRequest = {
  readonly arm: Arm;
  /** Id of the question. */
  readonly question: string;
  readonly role: Role;
  readonly sample: number;
  readonly timeoutMs: number;
  /** Of the waiting calls the one with the highest priority goes first. */
  readonly priority: number;
  /** Called when the model begins to answer, or at once if nothing is asked. */
  readonly onBegun: () => void;
  /** Epoch milliseconds: an older answer on record does not count as this sample. */
  readonly notBefore?: number;
};
