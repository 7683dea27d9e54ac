import type { Plan } from '../plan/plan.ts';
import type { Question } from '../plan/question.ts';
import type { Settings } from '../settings.ts';
import { answeredOf } from '../verdict/answered-of.ts';
import { decide } from '../verdict/decide.ts';
import type { MeasuredCell, Measurements } from '../verdict/measurements.ts';
import { judgedAsHead } from '../verdict/samples-of.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Counts } from './found-words.ts';

/** A change of text that broke something on a model. */
export type Regressed = {
  readonly question: Question;
  /** Tests whose failing is the signal; empty = samples as a whole. */
  readonly signal: readonly string[];
};

/**
 * The changes of text that regressed. `questions` is the number of questions of the whole run, if these are only a part
 * of it: then each has to be significant at the strictest step of Holm's procedure, which holds whatever the others show.
 */
export function regressedIn(
  plan: Plan,
  measurements: Measurements,
  of: { readonly settings: Pick<Settings, 'decide'>; readonly questions: number | null },
): readonly Regressed[] {
  const answers = plan.questions.map((question) => answeredOf(question, measurements));
  const verdicts = of.questions === null ? decide(answers, of.settings, plan.comparisonCount) : alone();
  return verdicts.flatMap((verdict, index) => {
    const question = plan.questions[index];
    const isWanted = verdict.verdict === 'regressed' && verdict.asks === 'regression';
    return isWanted && question !== undefined ? [{ question, signal: signalOf(verdict) }] : [];
  });

  function alone(): readonly Verdict[] {
    const alpha = of.settings.decide.alpha / (of.questions ?? 1);
    const strict = { decide: { ...of.settings.decide, alpha } };
    return answers.flatMap((answered) => decide([answered], strict));
  }
}

// Tests that are not significant by themselves did not make the verdict; the samples as a whole did.
function signalOf({ brokenTests, unconfirmed }: Verdict): readonly string[] {
  return unconfirmed ? [] : brokenTests;
}

/** Whether the signal passed in a cell that was tested in the head's tree; null if the cell is no evidence. */
export function hasPassed(
  { question, signal }: Regressed,
  cell: MeasuredCell,
  measurements: Measurements,
): boolean | null {
  const [judged] = judgedAsHead(question, { cells: [cell], ids: signal }, measurements);
  if (judged === undefined || judged.outcome.kind === 'unmeasured') return null;
  if (signal.length === 0) return judged.outcome.kind === 'passed';
  return signal.every((test) => judged.tests.get(test) === 'passed');
}

/** How often the signal passed in these cells. */
export function countsIn(
  regressed: Regressed,
  cells: readonly MeasuredCell[],
  measurements: Measurements,
): Counts {
  const shown = cells.map((cell) => hasPassed(regressed, cell, measurements));
  return {
    passed: shown.filter((passed) => passed === true).length,
    failed: shown.filter((passed) => passed === false).length,
  };
}
