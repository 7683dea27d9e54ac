import type { Question, Role } from '../plan/question.ts';
import type { Outcome } from '../results/outcome.ts';
import type { Settings } from '../settings.ts';
import { tallyOf } from '../statistics/tally.ts';
import { answeredOf } from '../verdict/answered-of.ts';
import type { Measurements } from '../verdict/measurements.ts';
import { samplesOf } from '../verdict/samples-of.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { whyInconclusive } from '../verdict/why-inconclusive.ts';

/** What the error rates of the verdicts rest on, and only whoever collected the samples can know. */
export function fixedNumberNote(questions: readonly Question[], alpha: number): string {
  const sizes = questions.flatMap(({ looks }) => looks.flatMap(({ base, head }) => [base, head]));
  const [fewest, most] = [Math.min(...sizes), Math.max(...sizes)];
  const number = fewest === most ? `${most}` : `${fewest} to ${most}`;
  const percent = `${Number((100 * alpha).toFixed(1))} %`;
  return `Each comparison is looked at once, with ${number} samples a side. The error rate of ${percent} holds only if these numbers were fixed before the first sample was seen: whoever goes on collecting until something shows will find something.`;
}

/** How many samples say nothing, because they ended in an error. */
export function leftOutNotes(questions: readonly Question[], measurements: Measurements): readonly string[] {
  const sides = questions.map((question) => samplesOf(question, measurements));
  const base = sides.reduce((sum, samples) => sum + tallyOf(samples.base).unmeasured, 0);
  const head = sides.reduce((sum, samples) => sum + tallyOf(samples.head).unmeasured, 0);
  if (base + head === 0) return [];
  return [
    `Samples that ended in an error or were never judged: ${base} on the base, ${head} on the head. They are left out and count as nothing, least of all as failures; a side that lost more than one in five has no verdict.`,
  ];
}

/**
 * The verdict with the reason why it is open. Few missing samples are left out and are not the reason, as they are in a
 * check, which can ask again.
 */
export function whyOpen(
  verdict: Verdict,
  question: Question | undefined,
  by: { readonly measurements: Measurements; readonly decide: Settings['decide'] },
): Verdict {
  if (question === undefined || verdict.why === null) return verdict;
  const answered = answeredOf(question, by.measurements);
  const { base, head, tests } = answered.samples;
  const lost = lostSide('base', base) ?? lostSide('head', head);
  if (lost !== null) return { ...verdict, why: lost };
  const samples = { base: base.filter(isEvidence), head: head.filter(isEvidence), tests };
  return { ...verdict, why: whyInconclusive({ ...answered, samples }, null, by.decide) };
}

function isEvidence({ kind }: Outcome): boolean {
  return kind !== 'unmeasured';
}

/** Why a side has no verdict, as `decide` sees it: more than one in five of its samples say nothing. */
function lostSide(side: Role, outcomes: readonly Outcome[]): string | null {
  const missing = outcomes.flatMap((outcome) => (outcome.kind === 'unmeasured' ? [outcome] : []));
  if (missing.length <= 0.2 * outcomes.length) return null;
  const said = missing.find(({ detail }) => detail !== undefined)?.detail;
  const detail = said === undefined ? '' : `: ${said}`;
  return `${missing.length} of ${outcomes.length} samples of the ${side} ended in an error or were never judged${detail}`;
}
