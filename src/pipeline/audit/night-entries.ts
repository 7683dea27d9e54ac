import type { GateAnswer, NightEntry } from '../../core/records/night-entry.ts';
import { seriesKey } from '../../core/records/night-entry.ts';
import type { Series } from '../../core/audit/series.ts';
import type { Measurements } from '../../core/verdict/measurements.ts';
import { measured } from '../../core/statistics/tally.ts';
import { cellsDrawn, samplesOf } from '../../core/verdict/samples-of.ts';
import type { Verdict } from '../../core/verdict/verdict.ts';
import { comparingWord } from '../../core/records/verdict-word.ts';
import { seriesName } from './plan-night.ts';
import type { NightPlan } from './plan-night.ts';

/** What one series showed tonight, before the gate is asked. */
export function entryOf(
  series: Series,
  of: {
    readonly trigger: { readonly head: string };
    readonly night: string;
    readonly at: number;
    readonly planned: NightPlan;
    readonly sampled: Measurements;
    readonly all: readonly Series[];
  },
): NightEntry {
  const name = seriesName(series);
  const question = of.planned.nights.get(seriesKey(name))?.question;
  if (question === undefined)
    throw new Error(`${name.spec} on ${name.model} is not in the plan of the night`);
  const outcomes = samplesOf(question, of.sampled).head;
  const evidence = outcomes.filter(({ kind }) => kind !== 'unmeasured');
  const cells = cellsDrawn(question, 'head', of.sampled);
  const served = cells.flatMap(({ generation }) =>
    generation?.result.kind === 'completed' ? [generation.result.completion.servedBy] : [],
  );
  return {
    schema: 1,
    night: of.night,
    at: of.at,
    commit: of.trigger.head,
    ...name,
    text: series.texts.head,
    anchor: series.texts.anchor,
    outcomes: evidence.map(({ kind }) => (kind === 'passed' ? 'p' : 'f')).join(''),
    unmeasured: question.headSamples.length - evidence.length,
    servedBy: [...new Set(served)]
      .toSorted()
      .map((id) => id.slice(0, 200))
      .slice(0, 20),
    series: of.all.length,
    gate: null,
  };
}

/** The gate's answer about a series tonight; null if it was not asked, or the question was not completed. */
export function gateAnswers(verdicts: readonly Verdict[], entry: NightEntry): GateAnswer | null {
  const verdict = verdicts.find(({ spec, model }) => spec === entry.spec && model === entry.model);
  if (verdict?.base === undefined || verdict.base === null) return null;
  const { base, head, p } = verdict;
  if (base.unmeasured + head.unmeasured > 0 || measured(head) === 0) return null;
  const count = ({ passed, failed }: Verdict['head']): GateAnswer['fresh'] => ({ passed, failed });
  const word = comparingWord(verdict.verdict);
  if (word === null) return null;
  return { verdict: word, anchor: count(base), fresh: count(head), p };
}
