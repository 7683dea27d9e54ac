import { z } from 'zod';
import type { Settings } from '../settings.ts';
import { lookSchema, planWith, storedSteps, withoutShort } from '../statistics/sampling-plan.ts';
import { digest } from '../digest.ts';
import { plannedOf } from '../plan/planned-question.ts';
import type { Question } from '../plan/question.ts';
import { plannedQuestionSchema, type PlannedQuestion } from '../records/record.ts';
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
  return read.data.questions.every((question) => isPossible(question, settings)) ? read.data : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// The looks are computed again from the number of reused samples; only the sample numbers themselves are taken from
// the file.
function isPossible(question: PlannedQuestion, { samples }: Pick<Settings, 'samples'>): boolean {
  const { looks, baseSamples, reused, confirming } = question;
  if (question.asks === 'portable')
    return [baseSamples, reused, confirming].every((numbers) => numbers.length === 0);
  const expected = planWith(reused.length, samples.looks);
  const drawn = [...baseSamples, ...confirming];
  return (
    isStep(reused.length, samples.base) &&
    // A plan on record may be from before there were short looks.
    [expected, withoutShort(expected)].some((plan) => digest(looks) === digest(plan)) &&
    baseSamples.length === expected.at(-1)?.base &&
    reused.every((sample, index) => baseSamples[index] === sample) &&
    confirming.length === (reused.length === 0 ? 0 : samples.confirm) &&
    new Set(drawn).size === drawn.length
  );
}

function isStep(count: number, most: number): boolean {
  return count === 0 || (count <= most && storedSteps.some((step) => step === count));
}
