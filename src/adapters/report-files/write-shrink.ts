import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { patchOf } from '../../core/report/words/shrink-patch.ts';
import { jsonText } from '../../core/report/machine/result-text.ts';
import { shrinkResult } from '../../core/report/machine/shrink-result.ts';
import { mapPage } from '../../core/report/html/map-page.ts';
import { renderShrinkPage } from '../../core/report/markdown/shrink-page.ts';
import type { ShrinkRun } from '../../core/report/summary/shrink-run.ts';
import { withoutSecrets } from '../process/secrets.ts';
import { writeDurably } from '../plain-files/write-durably.ts';

const patchName = 'shrink.patch';

/**
 * Writes shrink.json, shrink.md, shrink.html and, if something is offered, shrink.patch into the report folder. Returns the name of
 * the patch; null if there is none, and then that of an earlier run is gone too.
 */
export async function writeShrink(run: ShrinkRun, directory: string): Promise<string | null> {
  const patch = patchOf(run.shrunk);
  const files = {
    'shrink.json': withoutSecrets(jsonText(shrinkResult(run))),
    'shrink.md': withoutSecrets(renderShrinkPage(run)),
    'shrink.html': withoutSecrets(mapPage(run).parts.join('')),
    // Read by git, so every byte stays as it is.
    ...(patch === '' ? {} : { [patchName]: patch }),
  };
  for (const [name, text] of Object.entries(files)) await writeDurably(directory, name, Buffer.from(text));
  if (patch !== '') return patchName;
  await rm(join(directory, patchName), { force: true });
  return null;
}
