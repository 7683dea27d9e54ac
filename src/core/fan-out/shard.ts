import * as z from 'zod';
import type { Question } from '../plan/question.ts';
import type { Stored } from '../stored.ts';

/** The most that one job of a fanned-out run may use: its part of every cap of `budget`; null = no such cap. */
export type Share = Stored<typeof shareSchema>;

const amount = z.number().min(0).max(1e12);

/** A share as it is stored in the plan file. */
export const shareSchema = z.strictObject({
  usd: amount.nullable(),
  /** Its part of what is left for the pull request. */
  usdPerPr: amount.nullable(),
  generations: amount.int(),
  tokens: amount.int().nullable(),
  concurrency: amount.int(),
});

/** The questions that one job answers, and what it may use. `id` counts from 1. */
export type Shard = { readonly id: string; readonly questions: readonly Question[]; readonly share: Share };

/** GitHub runs at most this many jobs of one matrix. */
export const mostShards = 256;
