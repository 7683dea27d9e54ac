import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runMeasured, type Measured } from './measured-process.ts';
import type { Places } from './places.ts';
import { modelNames, work } from './work.ts';

/** Does the same work in plain Node. */
export async function runFloor(
  places: Places,
  of: {
    readonly url: string;
    readonly command: string;
    readonly samples: number;
    readonly withTree?: boolean;
  },
): Promise<Measured> {
  const plan = join(places.folder, 'floor.json');
  const { inFlight, maxTokens } = work;
  const { url, samples } = of;
  await writeFile(
    plan,
    JSON.stringify({ url, samples, inFlight, maxTokens, prompts: places.prompts, models: modelNames }),
  );
  return runMeasured({
    argv: [process.execPath, fileURLToPath(new URL('./floor.mjs', import.meta.url)), plan],
    cwd: places.folder,
    env: { ...places.env, PEERS_COMMAND: of.command, PEERS_TREE: places.tree },
    withTree: of.withTree ?? false,
  });
}
