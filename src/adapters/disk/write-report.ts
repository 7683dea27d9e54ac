import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { resultFile } from '../../core/report/result-file.ts';
import type { PortabilitySummary } from '../../core/report/summary.ts';

/** Writes result.json into the report folder, and a copy where one is wanted; returns the path of the first. */
export async function writeReport(
  summary: PortabilitySummary,
  to: { readonly directory: string; readonly extra: string | null },
): Promise<string> {
  const text = `${JSON.stringify(resultFile(summary), null, 2)}\n`;
  const path = join(to.directory, 'result.json');
  for (const each of to.extra === null ? [path] : [path, to.extra]) {
    await mkdir(dirname(each), { recursive: true });
    await writeFile(each, text);
  }
  return path;
}
