import { z } from 'zod';
import type { Question } from '../plan/question.ts';
import type { Stored } from '../stored.ts';

/** What one job of a fanned-out run may use up at most: its part of every cap of `budget`; null = no such cap. */
export type Share = Stored<typeof shareSchema>;

const amount = z.number().min(0).max(1e12);

/** A share as it stands in the file of a plan. */
export const shareSchema = z.strictObject({
  usd: amount.nullable(),
  /** Its part of what the pull request has left. */
  usdPerPr: amount.nullable(),
  generations: amount.int(),
  tokens: amount.int().nullable(),
  concurrency: amount.int(),
});

/** The questions that one job asks to their end, and what it may use up. `id` counts from 1. */
export type Shard = { readonly id: string; readonly questions: readonly Question[]; readonly share: Share };

/** GitHub runs no more jobs of one matrix. */
export const mostShards = 256;
