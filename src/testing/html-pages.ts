import { htmlReport } from '../core/report/html/html-report.ts';
import type { HtmlReport } from '../core/report/html/html-report.ts';

/** The pages of a report as whole texts, by path. */
export function htmlPages(report: HtmlReport, room?: number): ReadonlyMap<string, string> {
  return new Map([...htmlReport(report, room)].map(({ path, parts }) => [path, parts.join('')]));
}
