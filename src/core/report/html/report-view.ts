import type { ComparisonEvidence, Evidence } from '../evidence/evidence.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import type { Anchors } from './anchors.ts';

/** Everything that the parts of the HTML report are made from. */
export type ReportView = {
  readonly summary: PortabilitySummary;
  readonly evidence: Evidence;
  /** What each verdict rests on, by the id of its question. */
  readonly comparisons: ReadonlyMap<string, ComparisonEvidence>;
  readonly anchors: Anchors;
};
