import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { resultText } from '../../core/report/result-text.ts';
import type { PortabilitySummary } from '../../core/report/summary.ts';
import { writeDurably } from './write-durably.ts';

const resultName = 'result.json';

/** Writes result.json into the report folder, and a copy where one is wanted; returns the path of the first. */
export async function writeReport(
  summary: PortabilitySummary,
  to: { readonly directory: string; readonly extra: string | null },
): Promise<string> {
  const text = resultText(summary);
  // Tests of the pull request ran since the folder was looked at, so nothing that stands there is followed.
  await writeDurably(to.directory, resultName, Buffer.from(text));
  if (to.extra !== null) {
    await mkdir(dirname(to.extra), { recursive: true });
    await writeFile(to.extra, text);
  }
  return join(to.directory, resultName);
}
