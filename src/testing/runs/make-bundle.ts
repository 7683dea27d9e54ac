import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildInto } from '../../../scripts/build.ts';

/** The action and the command line as they are shipped. */
export type Bundle = { readonly action: string; readonly cli: string };

/**
 * Bundles the sources as they are now, in a folder that holds nothing else, as on a runner; gone when the process ends.
 * The working directory is the repository.
 */
export async function makeBundle(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'spec-portability-bundle-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  await buildInto(join(directory, 'dist'));
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }\n');
  return join(directory, 'dist');
}

/** The bundle in this folder. */
export function bundleIn(dist: string): Bundle {
  return { action: join(dist, 'index.js'), cli: join(dist, 'cli.js') };
}
