import type { PortabilitySummary } from '../../core/report/summary/summary.ts';
import { hostileSituations } from './report-situations/hostile.ts';
import { isolationSituations } from './report-situations/isolation.ts';
import { judgedSituations } from './report-situations/judged.ts';
import { largeSituations } from './report-situations/large.ts';
import { otherQuestionSituations } from './report-situations/other-questions.ts';
import { specLifeSituations } from './report-situations/spec-life.ts';
import { unansweredSituations } from './report-situations/unanswered.ts';
import { wordSituations } from './report-situations/words.ts';
import { skippedSituations } from './report-situations/skipped.ts';

/**
 * Summaries of the situations that a report must present well. Each has golden reports in fixtures/reports. All are
 * made up.
 */
export const reportSituations: Readonly<Record<string, PortabilitySummary>> = {
  ...judgedSituations,
  ...unansweredSituations,
  ...specLifeSituations,
  ...skippedSituations,
  ...isolationSituations,
  ...otherQuestionSituations,
  ...largeSituations,
  ...hostileSituations,
  ...wordSituations,
};
