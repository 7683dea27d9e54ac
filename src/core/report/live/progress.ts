import type { VerdictWord } from '../../records/verdict-word.ts';

/** How far one question has come. */
export type QuestionProgress = {
  readonly spec: string;
  readonly model: string;
  /** Samples that were measured; those that gave no evidence are not counted. */
  readonly done: number;
  /** Samples of the rounds that have begun; an open question may need another round. */
  readonly planned: number;
  /** The verdict with which sampling stopped, before all questions are judged together; null while sampling goes on. */
  readonly verdict: VerdictWord | null;
  /** Samples that were measured after the verdict, to find the words behind it; missing = none. */
  readonly words?: number;
};

/** How far a run is: the one value that the live comment and the terminal show. */
export type Progress = {
  readonly questions: readonly QuestionProgress[];
  readonly done: number;
  readonly planned: number;
  /** Calls that were answered, also those that gave no answer that counts. */
  readonly calls: number;
  /** null if the price of a requested model is unknown. */
  readonly usd: number | null;
};
