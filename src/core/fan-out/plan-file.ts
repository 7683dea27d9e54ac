import * as z from 'zod';
import type { Settings } from '../settings.ts';
import { lookSchema } from '../statistics/sampling-plan.ts';
import { digest } from '../digest.ts';
import { isPossibleDraw } from '../plan/possible-draw.ts';
import { plannedOf } from '../plan/planned-question.ts';
import type { Question } from '../plan/question.ts';
import { plannedQuestionSchema } from '../records/record.ts';
import type { Stored } from '../stored.ts';
import { mostShards, shareSchema, type Shard } from './shard.ts';

const name = z.string().min(1).max(1000);
const sampleNumbers = z.array(z.number().int().min(0).max(10_000)).max(500);
const lookNumber = z.number().int().min(0).max(500);

// In a run with many jobs the head samples are always the first ones.
const questionSchema = plannedQuestionSchema.omit({ headSamples: true }).extend({
  spec: name,
  model: name,
  looks: z.array(lookSchema.extend({ base: lookNumber, head: lookNumber })).max(50),
  baseSamples: sampleNumbers,
  reused: sampleNumbers,
  confirming: sampleNumbers,
});

const mostQuestions = 20_000;

const shardSchema = z.strictObject({
  id: z.string().regex(/^[1-9]\d{0,2}$/),
  /** Indexes into `questions`. */
  questions: z.array(z.number().int().min(0).max(mostQuestions)).max(mostQuestions),
  share: shareSchema,
});

/** What the jobs of a fanned-out run pass on: names and numbers, never a text, a path or a command. */
export type PlanFile = Stored<typeof planFileSchema>;

const planFileSchema = z.strictObject({
  schema: z.literal(1),
  /** Key of the plan: what is asked, of which texts, and with which rules. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  /** Already spent on the pull request when the run was planned; null if there is no such cap. */
  spentUsd: z.number().min(0).max(1e12).nullable(),
  /** The requested number of shards; null = as many as are worth a job. */
  wanted: z.number().int().min(1).max(mostShards).nullable(),
  questions: z.array(questionSchema).min(1).max(mostQuestions),
  shards: z.array(shardSchema).min(1).max(mostShards),
});

/** A larger file is not a plan of ours. */
export const planFileCapBytes = 16 * 1024 * 1024;

/** The file of a divided plan. */
export function planFile(of: {
  readonly key: string;
  readonly spentUsd: number | null;
  readonly wanted: number | null;
  readonly questions: readonly Question[];
  readonly shards: readonly Shard[];
}): PlanFile {
  const places = new Map(of.questions.map(({ id }, index) => [id, index]));
  return {
    schema: 1,
    key: of.key,
    spentUsd: of.spentUsd,
    wanted: of.wanted,
    questions: of.questions.map((question) => plannedOf(question)),
    shards: of.shards.map(({ id, questions, share }) => ({
      id,
      questions: questions.map((question) => places.get(question.id) ?? -1),
      share,
    })),
  };
}

/** Whether two plan files have the same content. */
export function samePlanFile(one: PlanFile, other: PlanFile): boolean {
  return digest(one) === digest(other);
}

/** Reads a plan file that another job wrote; null for everything that cannot be ours under these settings. */
export function readPlanFile(text: string, settings: Pick<Settings, 'samples'>): PlanFile | null {
  const read = planFileSchema.safeParse(parsed(text));
  if (!read.success) return null;
  return read.data.questions.every((question) => isPossibleDraw(question, settings)) ? read.data : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
