import type { Arm } from '../../core/plan/arm.ts';
import type { Role } from '../../core/plan/question.ts';

/** What a cell needs besides its arm: what it is measured for, and how long its tests may take. */
export type CellRequest = {
  readonly arm: Arm;
  /** Id of the question. */
  readonly question: string;
  readonly role: Role;
  readonly sample: number;
  readonly timeoutMs: number;
  /** Of the calls that wait the highest goes first. */
  readonly priority: number;
  /** Called when the model begins to answer, or at once where nothing is asked. */
  readonly onBegun: () => void;
  /** Epoch milliseconds: an older answer on record does not stand for this sample. */
  readonly notBefore?: number;
};
