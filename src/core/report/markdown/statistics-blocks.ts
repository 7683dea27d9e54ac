import type { Verdict } from '../../verdict/verdict.ts';
import { paragraph, words, type Blocks } from '../words/phrases.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { numbersTable } from './verdict-table.ts';
import { confidence, points } from '../words/wording.ts';

/** Every number that decided, in one place, with what it means: for those who want to check a verdict. */
export function statisticsBlocks(summary: PortabilitySummary, part: readonly Verdict[]): Blocks {
  const { alpha, beta, drop, looks } = summary.settings;
  return [
    numbersTable(summary, part),
    paragraph(
      words(
        [
          `p is how often chance alone would show such a drop, adjusted for all comparisons of this run (Holm’s method) and compared with alpha, ${alpha}.`,
          `The interval describes, it does not decide.`,
          `The smallest drop that matters is ${points(drop)}; where one is ruled out that is ${confidence(beta)} (beta ${beta}), and smaller drops were not tested.`,
          `A comparison may be decided after ${looks.join(', ')} samples a side (looks).`,
        ].join(' '),
      ),
    ),
  ];
}
