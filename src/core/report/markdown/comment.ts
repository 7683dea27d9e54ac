import { renderDocument, type ReportOptions } from './document.ts';
import { characters } from './fit.ts';
import { isCommentMarker } from './marker.ts';
import type { PortabilitySummary } from '../summary/summary.ts';

/** The sticky comment of a pull request: marker, verdict in one line, evidence, cost; the rest is folded. */
export function renderComment(
  summary: PortabilitySummary,
  options: ReportOptions & { readonly marker: string },
): string {
  if (!isCommentMarker(options.marker)) throw new Error(`Not a comment marker: ${options.marker}`);
  return renderDocument(summary, options, {
    head: `${options.marker}\n\n`,
    rows: 30,
    mostRows: 200,
    open: false,
    // GitHub refuses comments over 65,536 characters.
    limit: 60_000,
    size: characters,
  });
}
