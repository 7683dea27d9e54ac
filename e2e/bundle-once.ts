// What jest does before the first end-to-end suite: all of them run the same bundle.
import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildInto } from '../scripts/build.ts';

/** Bundles the sources as they are now, in a folder that holds nothing else, as on a runner; gone when jest ends. */
export default async function bundleOnce(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'spec-portability-bundle-'));
  // Also where a suite fails or the build does.
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  await buildInto(join(directory, 'dist'));
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }\n');
  // Jest's workers get the environment of the process that starts them.
  process.env['SPEC_PORTABILITY_TEST_BUNDLE'] = join(directory, 'dist');
}
