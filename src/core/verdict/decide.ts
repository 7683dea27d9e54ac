import { replacedModel } from '../plan/question.ts';
import type { Question } from '../plan/question.ts';
import type { Settings } from '../settings.ts';
import type { ClaimRules } from '../statistics/decision-chance.ts';
import { holm } from '../statistics/holm.ts';
import { dropInterval } from '../statistics/interval.ts';
import { jeffreys } from '../statistics/jeffreys.ts';
import { smallestRuledOut } from '../statistics/ruled-out.ts';
import { measured, tallyOf } from '../statistics/tally.ts';
import type { Tally } from '../statistics/tally.ts';
import type { Answered } from './answered.ts';
import { cappedBy } from './distrust.ts';
import { examine } from './examine.ts';
import type { Requirements } from './requirements.ts';
import type { Examination } from './examine.ts';
import type { Verdict } from './verdict.ts';
import { whyFutile, whyInconclusive } from './why-inconclusive.ts';
import { withoutResult } from './without-result.ts';
import type { VerdictWord } from '../records/verdict-word.ts';

type Deciding = Pick<Settings, 'decide'>;

/**
 * One verdict per question. Regressions are corrected over all questions of the run (Holm). If the questions were
 * picked from `comparisonCount` questions, they are corrected for that number (Bonferroni).
 */
export function decide(
  answers: readonly Answered[],
  settings: Deciding,
  comparisonCount?: number,
): Verdict[] {
  const adjusted = adjust(answers, settings, comparisonCount);
  const requirements = adjustedRequirements(answers, comparisonCount);
  return answers.map((answered, index) => {
    const examined = adjusted.get(answered);
    const decided =
      examined === undefined
        ? portableVerdict(answered, settings)
        : regressionVerdict(answered, examined, settings);
    const { compared = null, wholeHead = decided.head } = answered.suites ?? {};
    const verdict = {
      ...decided,
      compared,
      wholeHead,
      requirements: requirements[index] ?? null,
      withoutResult: withoutResult(answered.samples),
    };
    return cappedBy(verdict, answered.distrust ?? null);
  });
}

// Holm over all questions of the run that have new tests: a false block must be as rare for many questions as for
// one.
function adjustedRequirements(
  answers: readonly Answered[],
  comparisonCount: number | undefined,
): readonly (Requirements | null)[] {
  const asked = answers.flatMap(({ suites }) => suites?.requirements ?? []);
  const ps = asked.map(({ p }) => p);
  const adjusted = comparisonCount === undefined ? holm(ps) : ps.map((p) => Math.min(1, comparisonCount * p));
  const byRequirements = new Map(asked.map((each, index) => [each, adjusted[index] ?? 1] as const));
  return answers.map(({ suites }) => {
    const own = suites?.requirements ?? null;
    return own === null ? null : { ...own, p: byRequirements.get(own) ?? 1 };
  });
}

/** A verdict before the results about the tests of the two sides are added. */
type Decided = Omit<Verdict, 'compared' | 'requirements' | 'wholeHead' | 'withoutResult'>;

/** Questions that would block, but whose fresh base samples must confirm it first. */
export function awaitingConfirmation(
  answers: readonly Answered[],
  settings: Deciding,
  comparisonCount?: number,
): Answered[] {
  const adjusted = adjust(answers, settings, comparisonCount);
  return answers.filter(
    (answered) =>
      answered.confirmation.kind === 'due' && (adjusted.get(answered)?.p ?? 1) <= settings.decide.alpha,
  );
}

/** An examination with its p-value corrected over all questions. */
type Examined = { readonly examination: Examination; readonly p: number };

function adjust(
  answers: readonly Answered[],
  settings: Deciding,
  comparisonCount: number | undefined,
): ReadonlyMap<Answered, Examined> {
  const regressions = answers.filter(({ question }) => question.base !== null);
  const examinations = regressions.map((answered) => examinationOf(answered, settings));
  const crossing = regressions.map((answered, index) => crossingP(answered, examinations[index], settings));
  const adjusted =
    comparisonCount === undefined ? holm(crossing) : crossing.map((p) => Math.min(1, comparisonCount * p));
  return new Map(
    regressions.flatMap((answered, index) => {
      const examination = examinations[index];
      return examination === undefined ? [] : [[answered, { examination, p: adjusted[index] ?? 1 }] as const];
    }),
  );
}

function examinationOf(answered: Answered, settings: Deciding): Examination {
  const samples = answered.invalidReason === null ? answered.samples : { base: [], head: [], tests: [] };
  return examine(samples, answered.question.looks, settings.decide);
}

// Fresh base samples must cross the threshold too. This extra condition can only lower the chance of a false alarm.
function crossingP(
  { confirmation }: Answered,
  examination: Examination | undefined,
  settings: Deciding,
): number {
  const p = examination?.p ?? 1;
  if (confirmation.kind !== 'drawn') return p;
  return Math.max(p, examine(confirmation.samples, confirmation.looks, settings.decide).p);
}

function regressionVerdict(answered: Answered, examined: Examined, settings: Deciding): Decided {
  const { examination } = examined;
  const { decide: rules } = settings;
  const verdict = regressionWord(answered, examined, rules.alpha);
  const base = tallyOf(answered.samples.base);
  const head = tallyOf(answered.samples.head);
  const tests = { tests: answered.samples.tests.length, alpha: rules.alpha, drop: rules.drop };
  return {
    ...named(answered.question),
    verdict,
    base,
    head,
    drop: observedDrop(base, head),
    p: examination.at === null ? null : examined.p,
    excludes: verdict === 'held' ? excludes(answered, examination, rules) : null,
    ...(mayNameTests.has(verdict) ? brokenTests(examination, tests) : noTests),
    culprit: isHurt(verdict) ? answered.question.change.hunks : [],
    why: whyUnsettled(verdict, answered, { examination, rules }),
  };
}

function whyUnsettled(
  verdict: VerdictWord,
  answered: Answered,
  by: { readonly examination: Examination; readonly rules: Settings['decide'] },
): string | null {
  if (verdict === 'inconclusive') return whyInconclusive(answered, by.examination, by.rules);
  return verdict === 'base-too-weak' ? whyFutile(answered, by.examination) : null;
}

const noTests = { brokenTests: [], unconfirmed: false };

const mayNameTests: ReadonlySet<VerdictWord> = new Set([
  'regressed',
  'suspected',
  'inconclusive',
  'base-too-weak',
]);

function isHurt(verdict: VerdictWord): boolean {
  return verdict === 'regressed' || verdict === 'suspected';
}

function observedDrop(base: Tally, head: Tally): Verdict['drop'] {
  return measured(base) > 0 && measured(head) > 0 ? dropInterval(base, head) : null;
}

function regressionWord(answered: Answered, { examination, p }: Examined, alpha: number): VerdictWord {
  if (answered.invalidReason !== null || examination.at === null || isInvalid(answered))
    return 'inconclusive';
  if (examination.p <= alpha) return isCertain(answered, p, alpha) ? 'regressed' : 'suspected';
  if (examination.improvedP <= alpha) return 'improved';
  if (examination.clean) return 'held';
  return examination.baseTooWeak && hasEnded(answered, examination) ? 'base-too-weak' : 'inconclusive';
}

function hasEnded(answered: Answered, examination: Examination): boolean {
  return examination.looks === answered.question.looks.length || whyFutile(answered, examination) !== null;
}

function isCertain({ confirmation }: Answered, p: number, alpha: number): boolean {
  return p <= alpha && confirmation.kind !== 'due';
}

// If more than one in five cells of an arm has no outcome, the rest may not be representative.
function isInvalid({ samples }: Answered): boolean {
  return [samples.base, samples.head].some(
    (outcomes) => tallyOf(outcomes).unmeasured > 0.2 * outcomes.length,
  );
}

function excludes({ question, samples }: Answered, { at }: Examination, rules: ClaimRules): number | null {
  const { tests } = samples;
  return at === null ? null : smallestRuledOut({ plan: question.looks, ...at, tests }, rules);
}

function portableVerdict(answered: Answered, settings: Deciding): Decided {
  const head = tallyOf(answered.samples.head);
  const verdict = portableWord(answered, head, settings.decide.portable);
  return {
    ...named(answered.question),
    verdict,
    base: null,
    head,
    drop: null,
    p: null,
    excludes: null,
    ...noTests,
    culprit: [],
    why: verdict === 'inconclusive' ? whyInconclusive(answered, null, settings.decide) : null,
  };
}

function portableWord(answered: Answered, head: Tally, portable: number): VerdictWord {
  const planned = answered.question.looks.at(-1)?.head ?? 0;
  if (answered.invalidReason !== null || measured(head) < planned) return 'inconclusive';
  const rate = jeffreys(head.passed, measured(head));
  if (rate.low >= portable) return 'portable';
  return rate.high < portable ? 'not-portable' : 'inconclusive';
}

function named(question: Question): Pick<Verdict, 'question' | 'spec' | 'model' | 'asks' | 'insteadOf'> {
  const insteadOf = replacedModel(question);
  return {
    question: question.id,
    spec: question.change.name,
    model: question.head.model.id,
    asks: question.asks,
    ...(insteadOf === null ? {} : { insteadOf }),
  };
}

/**
 * The tests that a verdict names: those whose own p-value holds after correction for all tests of the suite, T · P ≤
 * alpha. If there is none: those with P ≤ alpha alone and a drop of relevant size, marked as unconfirmed. Only samples in
 * which a test ran can show that it is broken.
 */
function brokenTests(
  examination: Examination,
  of: { readonly tests: number; readonly alpha: number; readonly drop: number },
): { readonly brokenTests: readonly string[]; readonly unconfirmed: boolean } {
  const confirmed = examination.tests.filter(({ whereItRan: { p } }) => of.tests * p <= of.alpha);
  if (confirmed.length > 0) return { brokenTests: confirmed.map(({ test }) => test), unconfirmed: false };
  const likely = examination.tests.filter(({ whereItRan: { p, drop } }) => p <= of.alpha && drop >= of.drop);
  return { brokenTests: likely.map(({ test }) => test), unconfirmed: likely.length > 0 };
}
