import { htmlReport } from '../core/report/html/html-report.ts';
import type { HtmlReport } from '../core/report/html/html-report.ts';
import { aRunPlace } from './builders/a-run-place.ts';

/** The pages of a report as whole texts, by path. */
export function htmlPages(
  report: Omit<HtmlReport, 'place'> & Partial<HtmlReport>,
  room?: number,
): ReadonlyMap<string, string> {
  return new Map(
    [...htmlReport({ place: aRunPlace, ...report }, room)].map(({ path, parts }) => [path, parts.join('')]),
  );
}
