import { measured, tallyOf } from '../statistics/tally.ts';
import type { Answered } from './answered.ts';
import type { Examination } from './examine.ts';

/** Says in plain words why a question has no answer, and what would bring one. */
export function whyInconclusive(answered: Answered, examination: Examination | null): string {
  if (answered.void !== null) return answered.void;
  const missing = missingSamples(answered);
  if (missing !== null) return missing;
  const { question, samples } = answered;
  const head = tallyOf(samples.head);
  if (question.asks === 'portable') {
    return `${head.passed}/${measured(head)} passed: too close to the wanted rate for this many samples`;
  }
  const base = tallyOf(samples.base);
  const planned = question.looks.length;
  const seen = `base ${base.passed}/${measured(base)}, head ${head.passed}/${measured(head)}`;
  if (examination !== null && examination.looks < planned)
    return `sampling ended before the last look (${seen})`;
  return `${seen} after the last look: a drop is neither shown nor ruled out; more samples would be needed`;
}

function missingSamples({ question, samples }: Answered): string | null {
  const reasons = new Map<string, number>();
  for (const outcome of [...samples.base, ...samples.head]) {
    if (outcome.kind === 'unmeasured') reasons.set(outcome.why, (reasons.get(outcome.why) ?? 0) + 1);
  }
  const said = [...reasons].map(([why, count]) => `${count} × ${plain.get(why) ?? why}`);
  if (said.length > 0) return `not every planned sample could be measured (${said.join(', ')})`;
  const first = question.looks[0]?.head ?? 0;
  return samples.head.length < first ? 'no sample was measured' : null;
}

const plain = new Map([
  ['provider-error', 'the provider failed'],
  ['quota', 'the quota was used up'],
  ['sandbox-error', 'the sandbox failed'],
  ['budget', 'the budget was spent'],
  ['cancelled', 'the run was cancelled'],
]);
