import type { Question } from '../plan/question.ts';

/** What one job of a fanned-out run may use up at most: its part of every cap of `budget`; null = no such cap. */
export type Share = {
  readonly usd: number | null;
  /** Its part of what the pull request has left. */
  readonly usdPerPr: number | null;
  readonly generations: number;
  readonly tokens: number | null;
  readonly concurrency: number;
};

/** The questions that one job asks to their end, and what it may use up. `id` counts from 1. */
export type Shard = { readonly id: string; readonly questions: readonly Question[]; readonly share: Share };

/** GitHub runs no more jobs of one matrix. */
export const mostShards = 256;
