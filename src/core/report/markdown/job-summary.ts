import { renderDocument, type ReportOptions } from './document.ts';
import { bytes } from './fit.ts';
import type { PortabilitySummary } from '../summary/summary.ts';

/** The summary page of the workflow job: the same as the comment, with more of it unfolded. */
export function renderJobSummary(summary: PortabilitySummary, options: ReportOptions): string {
  return renderDocument(summary, options, {
    head: '',
    rows: 200,
    mostRows: Number.POSITIVE_INFINITY,
    open: true,
    // GitHub drops a step's summary over 1 MiB, and a step may hold other text besides ours.
    limit: 1_000_000,
    size: bytes,
  });
}
