import { alteredJudgeLines } from './altered-judge-lines.ts';
import { budgetLine, neutralLine, readingLine, testsChangedLine, verdictLine } from './headline.ts';
import { comparedLines, newTestsLines } from './new-tests.ts';
import { words, type Phrases } from './phrases.ts';
import { prose } from './prose.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { warnings } from './warnings.ts';
import { withoutResultLines } from './without-result-lines.ts';

/**
 * The beginning of every report: the verdict in plain words, what the change altered of its own tests, and what else a
 * reader must know to trust it.
 */
export function openingLines(summary: PortabilitySummary): readonly Phrases[] {
  const lines = [
    readingLine(summary),
    ...answers(summary),
    testsChangedLine(summary),
    ...alteredJudgeLines(summary),
    ...withoutResultLines(summary).first,
    ...comparedLines(summary),
    ...(summary.belowMinimum ?? []).slice(0, 3).map((why) => prose(why)),
    budgetLine(summary),
    neutralLine(summary),
    ...warnings(summary)
      .slice(0, 4)
      .map((warning) => [...words('🟠 '), ...warning]),
  ];
  return lines.filter((line) => line !== null);
}

// The worse answer comes first: what became of the old tests, or whether the new ones are met.
function answers(summary: PortabilitySummary): readonly Phrases[] {
  const old = verdictLine(summary);
  const added = newTestsLines(summary);
  const hasRegressed = summary.verdicts.some(({ verdict }) => verdict === 'regressed');
  const isUnmet = summary.verdicts.some(({ requirements }) => requirements?.verdict === 'unmet');
  return isUnmet && !hasRegressed ? [...added, old] : [old, ...added];
}

/** Notes that are not already in the opening. */
export function foldedNotes(summary: PortabilitySummary): readonly string[] {
  const opened = new Set((summary.belowMinimum ?? []).slice(0, 3));
  return summary.notes.filter((note) => !opened.has(note));
}
