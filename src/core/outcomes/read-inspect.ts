import * as z from 'zod';
import { digest } from '../digest.ts';
import { clippedSaying, type CollectedSample, type FoundSample } from './collected.ts';
import { mostSamples } from './limits.ts';
import { readDocument } from './read-document.ts';
import type { OutcomeDocument } from './read-json.ts';
import { outcomesError, shownName, shownNames } from './refuse-outcomes.ts';

const sampleId = z.union([z.string(), z.number()]).transform(String);

const sample = z.object({
  id: sampleId,
  epoch: z.number(),
  uuid: z.string().nullish(),
  output: z.object({ completion: z.string().nullish() }).nullish(),
  scores: z
    .record(z.string(), z.object({ value: z.unknown().optional(), explanation: z.string().nullish() }))
    .nullish(),
  error: z.object({ message: z.string() }).nullish(),
  invalidation: z.unknown().optional(),
});

const logFile = z.object({
  status: z.string(),
  eval: z.object({
    task: z.string(),
    model: z.string(),
    config: z.object({ epochs: z.number().int().nullish() }).nullish(),
    dataset: z.object({ sample_ids: z.array(sampleId).nullish() }).nullish(),
  }),
  samples: z.array(sample).nullish(),
});

type Log = z.output<typeof logFile>;
type Sample = z.output<typeof sample>;

/** How a score becomes an outcome. */
export type ScoreRules = {
  /** The scorer that counts; null = the only one. */
  readonly scorer: string | null;
  /** A sample passes with a score of at least this; null = scores must be right or wrong. */
  readonly passAt: number | null;
};

/** Whether a document looks like a log of inspect_ai, whole or not. */
export function isInspectLog(value: unknown): boolean {
  return z.object({ status: z.string(), eval: z.object({ task: z.unknown() }) }).safeParse(value).success;
}

/** The samples of logs of one side. A planned sample that a log lacks is unmeasured. */
export function inspectSamples(
  documents: readonly OutcomeDocument[],
  rules: ScoreRules,
): readonly FoundSample[] {
  return documents.flatMap((document) => {
    const log = readDocument(document, logFile);
    const scorer = scorerOf(document, log, rules.scorer);
    const samples = samplesOf(document, log);
    return [
      ...samples.map((each) => foundSample(log, each, { document, scorer, passAt: rules.passAt })),
      ...missingSamples(document, log),
    ];
  });
}

function samplesOf({ name }: OutcomeDocument, { samples }: Log): readonly Sample[] {
  if (samples !== null && samples !== undefined && samples.length > 0) return samples;
  throw outcomesError(
    'OUTCOMES_UNREADABLE',
    `${shownName(name)} is a log of inspect_ai without any sample.`,
    'Give a log that was written with its samples.',
  );
}

function scorerOf({ name }: OutcomeDocument, { samples }: Log, wanted: string | null): string | null {
  const names = [...new Set((samples ?? []).flatMap(({ scores }) => Object.keys(scores ?? {})))];
  const [only = null, ...more] = names;
  if (wanted !== null && only !== null && !names.includes(wanted))
    throw outcomesError(
      'OUTCOMES_NOT_COMPARABLE',
      `${shownName(name)} has no scorer ${shownName(wanted)}; it has ${shownNames(names)}.`,
      'Name one of them with `--scorer`.',
    );
  if (wanted === null && more.length > 0)
    throw outcomesError(
      'OUTCOMES_NOT_COMPARABLE',
      `${shownName(name)} has ${names.length} scorers (${shownNames(names)}), and one has to say what passes.`,
      'Name it with `--scorer`.',
    );
  return wanted ?? only;
}

type Scoring = {
  readonly document: OutcomeDocument;
  readonly scorer: string | null;
  readonly passAt: number | null;
};

function foundSample(log: Log, each: Sample, scoring: Scoring): FoundSample {
  const judged = outcomeOf(each, scoring);
  return {
    ...judged,
    ...itemOf(log, each.id),
    id: each.uuid ?? null,
    isEmptyFailure: judged.outcome === 'failed' && (each.output?.completion ?? null) === '',
  };
}

function itemOf({ eval: { task, model } }: Log, id: string): Pick<FoundSample, 'key' | 'item' | 'model'> {
  return { key: digest([task, id]), item: `${task} ${id}`, model };
}

function outcomeOf(each: Sample, scoring: Scoring): CollectedSample {
  const score = each.scores?.[scoring.scorer ?? ''];
  const { value = null, explanation } = score ?? {};
  const missing = whyUnmeasured(each) ?? (value === null ? 'the sample has no score' : null);
  if (missing !== null) return { outcome: 'unmeasured', said: missing };
  return passes(each, value, scoring)
    ? { outcome: 'passed', said: '' }
    : { outcome: 'failed', said: clippedSaying(explanation) };
}

function whyUnmeasured({ error, invalidation }: Sample): string | null {
  if (error) return clippedSaying(error.message);
  return (invalidation ?? null) === null ? null : 'the sample was invalidated';
}

function passes(each: Sample, value: unknown, { document, passAt }: Scoring): boolean {
  const number = numberOf(value);
  if (number === null || (passAt === null && number !== 0 && number !== 1))
    throw noVerdict(document, each, value);
  return number >= (passAt ?? 1);
}

/** A score as a number, as inspect_ai itself counts it (`value_to_float`); null where it is none. */
function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value !== 'string') return null;
  const known = words.get(value) ?? words.get(value.toLowerCase());
  if (known !== undefined) return known;
  return value.trim() === '' || Number.isNaN(Number(value)) ? null : Number(value);
}

// Correct, incorrect, partly correct, no answer.
const words: ReadonlyMap<string, number> = new Map([
  ['C', 1],
  ['I', 0],
  ['P', 0.5],
  ['N', 0],
  ['yes', 1],
  ['true', 1],
  ['no', 0],
  ['false', 0],
]);

function noVerdict({ name }: OutcomeDocument, { id, epoch }: Sample, value: unknown): Error {
  const score = JSON.stringify(value) ?? String(value);
  const isNumber = numberOf(value) !== null;
  return outcomesError(
    'OUTCOMES_NOT_COMPARABLE',
    `${shownName(name)}: the score ${shownName(score)} of sample ${shownName(id)} (epoch ${epoch}) is neither passed nor failed.`,
    isNumber
      ? 'Say with `--pass-at SCORE` from which score on a sample passes.'
      : 'Name a scorer that gives one value with `--scorer`.',
  );
}

// A log of a run that was stopped holds what had ended by then, and that may be what ends soon.
function missingSamples(document: OutcomeDocument, log: Log): readonly FoundSample[] {
  const epochs = log.eval.config?.epochs ?? 1;
  if (epochs > mostSamples)
    throw outcomesError(
      'OUTCOMES_NOT_COMPARABLE',
      `${shownName(document.name)} plans ${epochs} epochs, and at most ${mostSamples} samples a side can be judged.`,
      'Collect fewer.',
    );
  const counts = new Map((log.eval.dataset?.sample_ids ?? []).map((id) => [id, 0]));
  for (const { id } of log.samples ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].flatMap(([id, count]) =>
    Array.from({ length: Math.max(0, epochs - count) }, () => ({
      outcome: 'unmeasured' as const,
      said: `the log lacks this sample (its status is ${log.status.slice(0, 40)})`,
      ...itemOf(log, id),
      id: null,
      isEmptyFailure: false,
    })),
  );
}
