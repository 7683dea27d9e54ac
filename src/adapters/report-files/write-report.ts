import { join } from 'node:path';
import { renderJunit } from '../../core/report/machine/junit.ts';
import { resultText } from '../../core/report/machine/result-text.ts';
import { renderSarif } from '../../core/report/machine/sarif.ts';
import type { PortabilitySummary } from '../../core/report/summary/summary.ts';
import { withoutSecrets } from '../process/secrets.ts';
import { writeDurably } from '../plain-files/write-durably.ts';
import { writeResultFile } from './result-file.ts';

const resultName = 'result.json';

/**
 * Writes result.json, junit.xml and results.sarif into the report folder, and a copy of result.json to `extra` if
 * that is given. Returns the path of result.json.
 */
export async function writeReport(
  summary: PortabilitySummary,
  to: { readonly directory: string; readonly extra: string | null },
): Promise<string> {
  const result = withoutSecrets(resultText(summary));
  const files = {
    [resultName]: result,
    'junit.xml': withoutSecrets(renderJunit(summary)),
    'results.sarif': withoutSecrets(renderSarif(summary)),
  };
  // Tests of the pull request have run since the folder was checked, so no link in it is followed.
  for (const [name, text] of Object.entries(files)) await writeDurably(to.directory, name, Buffer.from(text));
  if (to.extra !== null) await writeResultFile(to.extra, result);
  return join(to.directory, resultName);
}
