import { writePages } from '../../adapters/report-files/write-pages.ts';
import type { Checked } from '../../pipeline/check/check.ts';

/** Writes the report for a browser into the report folder, next to result.json. */
export async function writeHtml(checked: Checked, directory: string): Promise<void> {
  // Loaded at first use: templates, charts and syntax colours would slow down every start.
  const { htmlReport } = await import('../../core/report/html/html-report.ts');
  await writePages(htmlReport(checked), directory);
}
