import { systemClock, utcMinute } from '../../adapters/process/system-clock.ts';
import { writePages } from '../../adapters/report-files/write-pages.ts';
import type { RunPlace } from '../../core/report/html/run-place.ts';
import type { Checked } from '../../pipeline/check/conclude.ts';

/** Writes the report for a browser into the report folder, next to result.json. */
export async function writeHtml(
  checked: Checked,
  directory: string,
  where: Omit<RunPlace, 'at'>,
): Promise<void> {
  // Loaded at first use: templates, charts and syntax colours would slow down every start.
  const { htmlReport } = await import('../../core/report/html/html-report.ts');
  await writePages(
    htmlReport({ ...checked, place: { ...where, at: utcMinute(systemClock().now()) } }),
    directory,
  );
}
