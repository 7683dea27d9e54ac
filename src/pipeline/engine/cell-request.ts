import type { Prompt } from '../../core/generation/completion.ts';
import type { Arm } from '../../core/plan/plan.ts';

/** What a cell needs besides its arm: the prompt all samples of the arm share, and how long its tests may take. */
export type CellRequest = {
  readonly arm: Arm;
  readonly sample: number;
  readonly prompt: Prompt;
  readonly timeoutMs: number;
  /** Of the calls that wait the highest goes first. */
  readonly priority: number;
  /** Called when the model begins to answer, or at once where nothing is asked. */
  readonly onBegun: () => void;
  /** Epoch milliseconds: an older answer on record does not stand for this sample. */
  readonly notBefore?: number;
};
