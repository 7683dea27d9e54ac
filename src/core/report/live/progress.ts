import type { VerdictWord } from '../../records/verdict-word.ts';

/** How far one question has come. */
export type QuestionProgress = {
  readonly spec: string;
  readonly model: string;
  readonly done: number;
  /** Cells of the rounds begun: an open question may go on to another round. */
  readonly planned: number;
  /** What sampling stopped with, before all questions are judged together; null while it goes on. */
  readonly verdict: VerdictWord | null;
};

/** How far a run has come: the one value that the live comment and the terminal show. */
export type Progress = {
  readonly questions: readonly QuestionProgress[];
  readonly done: number;
  readonly planned: number;
  readonly calls: number;
  /** null when a model that is asked has no known price. */
  readonly usd: number | null;
};
