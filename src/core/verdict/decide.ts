import type { Question } from '../plan/plan.ts';
import type { Settings } from '../plan/settings.ts';
import { excludedDrop } from '../statistics/excluded-drop.ts';
import { holm } from '../statistics/holm.ts';
import { dropInterval } from '../statistics/interval.ts';
import { jeffreys } from '../statistics/jeffreys.ts';
import { measured, tallyOf } from '../statistics/tally.ts';
import type { Tally } from '../statistics/tally.ts';
import type { Answered } from './answered.ts';
import { examine } from './examine.ts';
import type { Examination } from './examine.ts';
import type { Verdict, VerdictWord } from './verdict.ts';
import { whyInconclusive } from './why-inconclusive.ts';

/** One verdict a question. Regressions are corrected over all questions of the run (Holm). */
export function decide(answers: readonly Answered[], settings: Pick<Settings, 'decide'>): Verdict[] {
  const examined = answers.map((answered) => ({ answered, examination: examinationOf(answered, settings) }));
  const regressions = examined.filter(({ answered }) => answered.question.asks === 'regression');
  const adjusted = holm(regressions.map(({ examination }) => examination.p));
  const adjustedOf = new Map(regressions.map(({ answered }, index) => [answered, adjusted[index] ?? 1]));
  return examined.map(({ answered, examination }) => {
    const p = adjustedOf.get(answered);
    return p === undefined
      ? portableVerdict(answered, settings)
      : regressionVerdict({ answered, examination, p }, settings);
  });
}

function examinationOf(answered: Answered, settings: Pick<Settings, 'decide'>): Examination {
  const samples = answered.void === null ? answered.samples : { base: [], head: [] };
  return examine(samples, answered.question.looks, settings.decide);
}

type Examined = { readonly answered: Answered; readonly examination: Examination; readonly p: number };

function regressionVerdict(of: Examined, settings: Pick<Settings, 'decide'>): Verdict {
  const { answered, examination } = of;
  const verdict = regressionWord(of, settings.decide.alpha);
  const base = tallyOf(answered.samples.base);
  const head = tallyOf(answered.samples.head);
  const hurt = verdict === 'regressed' || verdict === 'suspected';
  return {
    ...named(answered.question),
    verdict,
    base,
    head,
    drop: observedDrop(base, head),
    p: examination.at === null || examination.baseTooWeak ? null : of.p,
    excludes: verdict === 'held' ? excludes(of, settings.decide.beta) : null,
    brokenTests: hurt || verdict === 'inconclusive' ? answered.brokenTests : [],
    culprit: hurt ? answered.question.change.hunks : [],
    why: verdict === 'inconclusive' ? whyInconclusive(answered, examination) : null,
  };
}

function observedDrop(base: Tally, head: Tally): Verdict['drop'] {
  return measured(base) > 0 && measured(head) > 0 ? dropInterval(base, head) : null;
}

function regressionWord({ answered, examination, p }: Examined, alpha: number): VerdictWord {
  if (answered.void !== null || examination.at === null) return 'inconclusive';
  if (p <= alpha) return 'regressed';
  if (examination.p <= alpha) return 'suspected';
  if (examination.improvedP <= alpha) return 'improved';
  if (examination.clean) return 'held';
  if (examination.baseTooWeak && examination.looks === answered.question.looks.length) return 'base-too-weak';
  return 'inconclusive';
}

function excludes({ answered, examination }: Examined, beta: number): number | null {
  if (examination.at === null) return null;
  return excludedDrop({ plan: answered.question.looks, ...examination.at, beta });
}

function portableVerdict(answered: Answered, settings: Pick<Settings, 'decide'>): Verdict {
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
    brokenTests: [],
    culprit: [],
    why: verdict === 'inconclusive' ? whyInconclusive(answered, null) : null,
  };
}

function portableWord(answered: Answered, head: Tally, portable: number): VerdictWord {
  const planned = answered.question.looks.at(-1)?.head ?? 0;
  if (answered.void !== null || measured(head) < planned) return 'inconclusive';
  const rate = jeffreys(head.passed, measured(head));
  if (rate.low >= portable) return 'portable';
  return rate.high < portable ? 'not-portable' : 'inconclusive';
}

function named(question: Question): Pick<Verdict, 'spec' | 'model' | 'asks'> {
  return { spec: question.change.name, model: question.model.id, asks: question.asks };
}
