import * as z from 'zod';
import type { Collected, CollectedSample } from './collected.ts';
import { mostSamples } from './limits.ts';
import { readDocument } from './read-document.ts';
import type { OutcomeDocument } from './read-json.ts';
import { outcomesError, shownName } from './refuse-outcomes.ts';

const count = z.int().min(0).max(mostSamples);

const side = z.strictObject({
  passed: count.describe('samples that passed'),
  failed: count.describe('samples that failed'),
  unmeasured: count.optional().describe('samples that ended in an error and say nothing'),
});

/** Outcomes in the plain form. The JSON Schema in schema/ is generated from it. */
export const plainOutcomesSchema = z.strictObject({
  schema: z.literal(1),
  outcomes: z
    .array(
      z.strictObject({
        item: z.string().min(1).describe('what was asked: a task, a test case, a spec'),
        model: z.string().min(1).describe('the model that was asked'),
        base: side.describe('samples from before the change'),
        head: side.describe('samples from after the change'),
      }),
    )
    .min(1)
    .describe(
      'one entry for each item on each model; repeats of an item are its samples, and items are never pooled',
    ),
});

/** Whether a document looks like the plain form, whole or not. */
export function isPlain(value: unknown): boolean {
  return z.object({ outcomes: z.unknown() }).safeParse(value).success;
}

/** The questions of a file in the plain form, which holds both sides. */
export function plainQuestions(document: OutcomeDocument): Collected {
  const { outcomes } = readDocument(document, plainOutcomesSchema);
  const seen = new Set<string>();
  for (const { item, model } of outcomes) {
    const key = JSON.stringify([item, model]);
    if (seen.has(key))
      throw outcomesError(
        'OUTCOMES_NOT_COMPARABLE',
        `${shownName(document.name)} has two entries for ${shownName(item)} on ${shownName(model)}.`,
        'Give each item on each model one entry.',
      );
    seen.add(key);
  }
  const questions = outcomes.map(({ item, model, base, head }) => ({
    item,
    model,
    base: samplesOf(base),
    head: samplesOf(head),
  }));
  return { questions, notes: [] };
}

function samplesOf({ passed, failed, unmeasured = 0 }: z.output<typeof side>): readonly CollectedSample[] {
  const times = (number: number, outcome: CollectedSample['outcome']): CollectedSample[] =>
    Array.from({ length: number }, () => ({ outcome, said: '' }));
  return [...times(passed, 'passed'), ...times(failed, 'failed'), ...times(unmeasured, 'unmeasured')];
}
