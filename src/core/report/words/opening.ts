import { alteredJudgeLines } from './altered-judge-lines.ts';
import { budgetLine, neutralLine, readingLine, testsChangedLine, verdictLine } from './headline.ts';
import { newTestsLines } from './new-tests.ts';
import { words, type Phrases } from './phrases.ts';
import { prose } from './prose.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { warnings } from './warnings.ts';
import { withoutResultLines } from './without-result-lines.ts';

/** The beginning of every report: the verdict in plain words, and what a reader must know to trust it. */
export function openingLines(summary: PortabilitySummary): readonly Phrases[] {
  const lines = [
    ...alteredJudgeLines(summary),
    readingLine(summary),
    testsChangedLine(summary),
    verdictLine(summary),
    ...withoutResultLines(summary).first,
    ...newTestsLines(summary),
    ...(summary.belowMinimum ?? []).slice(0, 3).map((why) => prose(why)),
    budgetLine(summary),
    neutralLine(summary),
    ...warnings(summary)
      .slice(0, 4)
      .map((warning) => [...words('🟠 '), ...warning]),
  ];
  return lines.filter((line) => line !== null);
}

/** Notes that are not already in the opening. */
export function foldedNotes(summary: PortabilitySummary): readonly string[] {
  const opened = new Set((summary.belowMinimum ?? []).slice(0, 3));
  return summary.notes.filter((note) => !opened.has(note));
}
