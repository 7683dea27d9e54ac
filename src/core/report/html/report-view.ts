import type { CellStory, ComparisonEvidence, Evidence } from '../evidence/evidence.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import type { Anchors } from './anchors.ts';
import type { RunPlace } from './run-place.ts';

/** Everything that the parts of the HTML report are made from. */
export type ReportView = {
  readonly summary: PortabilitySummary;
  readonly evidence: Evidence;
  /** Where and when the run took place; null where nobody knows. */
  readonly place: RunPlace | null;
  /** What each verdict rests on, by the id of its question. */
  readonly comparisons: ReadonlyMap<string, ComparisonEvidence>;
  /** The generations whose syntax is coloured. */
  readonly coloured: ReadonlySet<CellStory>;
  readonly anchors: Anchors;
};
