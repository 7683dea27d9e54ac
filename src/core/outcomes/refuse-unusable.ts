import type { Collected } from './collected.ts';
import { mostQuestions, mostSamples, mostTogether } from './limits.ts';
import { outcomesError, shownName } from './refuse-outcomes.ts';

/** Refuses outcomes that no comparison can be made of, whatever they say. */
export function refuseUnusable({ questions, notes }: Collected): void {
  if (questions.length === 0)
    throw outcomesError(
      'OUTCOMES_NOT_COMPARABLE',
      `no item was asked of the same model on both sides. ${notes.join(' ')}`,
      'Collect both sides with the same items and models.',
    );
  const samples = questions.reduce((sum, { base, head }) => sum + base.length + head.length, 0);
  if (questions.length > mostQuestions || samples > mostTogether)
    throw outcomesError(
      'OUTCOMES_NOT_COMPARABLE',
      `${questions.length} items on models with ${samples} samples are too many to be judged together; ${mostQuestions} with ${mostTogether} samples are the most.`,
      'Judge a part of them that was chosen before the results were seen.',
    );
  for (const { item, model, base, head } of questions) {
    const sizes = [base.length, head.length];
    const where = `${shownName(item)} on ${shownName(model)} has ${base.length} on the base and ${head.length} on the head`;
    if (Math.min(...sizes) < 2)
      throw outcomesError(
        'TOO_FEW_SAMPLES',
        `one sample of an item cannot tell a change from chance: ${where}. Samples of other items do not help, because items differ.`,
        'Repeat each item (`--repeat 20` in promptfoo, `--epochs 20` in inspect_ai).',
      );
    if (Math.max(...sizes) > mostSamples)
      throw outcomesError(
        'OUTCOMES_NOT_COMPARABLE',
        `${where}, and at most ${mostSamples} samples a side can be judged.`,
        'Collect fewer: the number must be fixed before the first sample is seen.',
      );
  }
}
