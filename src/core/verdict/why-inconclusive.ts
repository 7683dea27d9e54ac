import type { Settings } from '../settings.ts';
import { samplesNeeded } from '../statistics/samples-needed.ts';
import { measured, tallyOf } from '../statistics/tally.ts';
import type { Tally } from '../statistics/tally.ts';
import type { Unmeasured } from '../results/outcome.ts';
import type { Answered } from './answered.ts';
import type { Examination } from './examine.ts';
import { endsFutile } from './next-look.ts';

/** Says why a question has no answer, and what would bring one. */
export function whyInconclusive(
  answered: Answered,
  examination: Examination | null,
  decide: Settings['decide'],
): string {
  const futile = examination === null ? null : whyFutile(answered, examination);
  return (
    answered.invalidReason ?? missingSamples(answered) ?? futile ?? notEnough(answered, examination, decide)
  );
}

/** Says why sampling ended before the last look although nothing is decided; null if it did not end so. */
export function whyFutile(answered: Answered, examination: Examination): string | null {
  const { question, samples, suites } = answered;
  const requirements = suites?.requirements ?? null;
  const { endsFutile: mayEnd } = question;
  if (!endsFutile(examination, { endsFutile: mayEnd, requirements })) return null;
  const [base, head] = [tallyOf(samples.base), tallyOf(samples.head)];
  const seen =
    base.passed + head.passed === 0
      ? `no sample passed on either side after ${measured(base) + measured(head)}`
      : countsOf(base, head);
  return `${seen}: no later sample could decide`;
}

/**
 * The reason of a verdict whose model was stopped because of its configuration: the vendor was available but refused.
 */
export function asRefused(why: string): string {
  return why.replace(providerFailed, 'the vendor refused the configuration');
}

function missingSamples({ question, samples }: Answered): string | null {
  const missing = [...samples.base, ...samples.head].flatMap((outcome) =>
    outcome.kind === 'unmeasured' ? [outcome] : [],
  );
  const said = [...new Set(missing.map(({ why }) => why))].map((why) => {
    const all = missing.filter((each) => each.why === why);
    const detail = detailIn(all);
    const words = why === 'budget' && detail !== '' ? 'the budget has no room left' : plain.get(why);
    const told = detail === `: ${words}` ? '' : detail;
    return `${all.length} × ${words ?? why}${told}`;
  });
  if (said.length > 0) return `not every planned sample could be measured (${said.join(', ')})`;
  const first = question.looks[0]?.head ?? 0;
  return samples.head.length < first ? 'no sample was measured' : null;
}

// The first words are those of the first call; a model that was left then says how often it answered so.
function detailIn(missing: readonly Unmeasured[]): string {
  const detail = missing.find((each) => each.detail !== undefined)?.detail;
  return detail === undefined ? '' : `: ${detail}`;
}

const providerFailed = 'the provider failed';

const plain = new Map([
  ['provider-error', providerFailed],
  ['quota', 'the quota was used up'],
  ['sandbox-error', 'the sandbox failed'],
  ['budget', 'the budget was spent'],
  ['cancelled', 'the run was cancelled'],
]);

function notEnough(
  { question, samples }: Answered,
  examination: Examination | null,
  decide: Settings['decide'],
): string {
  const head = tallyOf(samples.head);
  if (question.base === null) {
    return `${head.passed}/${measured(head)} passed: too close to the wanted rate for this many samples`;
  }
  const base = tallyOf(samples.base);
  const seen = countsOf(base, head);
  if (examination !== null && examination.looks < question.looks.length) {
    return `sampling ended before the last look (${seen})`;
  }
  return `${seen} after the last look: a drop is neither shown nor ruled out; ${needed(base, head, decide)}`;
}

function countsOf(base: Tally, head: Tally): string {
  return `base ${base.passed}/${measured(base)}, head ${head.passed}/${measured(head)}`;
}

function needed(base: Tally, head: Tally, { alpha, beta, drop }: Settings['decide']): string {
  const rate = (tally: Tally): number => tally.passed / measured(tally);
  const samples = samplesNeeded({ base: rate(base), head: rate(head), alpha: alpha / 2, beta, drop });
  return samples === null
    ? 'more than 100 samples a side would be needed'
    : `about ${samples} samples a side would be needed`;
}
