import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startNode } from './run-node.ts';

/** The action and the command line as they are shipped; disposing removes them. */
export interface Bundle extends AsyncDisposable {
  readonly action: string;
  readonly cli: string;
}

/** Bundles the sources as they are now, in a folder that holds nothing else, as on a runner. */
export async function makeBundle(): Promise<Bundle> {
  const directory = await mkdtemp(join(tmpdir(), 'spec-portability-bundle-'));
  const dist = join(directory, 'dist');
  const checkout = fileURLToPath(new URL('../../..', import.meta.url));
  const build = startNode(['scripts/build.ts', '--into', dist], {
    cwd: checkout,
    env: { PATH: process.env['PATH'] ?? '' },
  });
  const { code, stderr } = await build.ended;
  if (code !== 0) throw new Error(`the bundle could not be built: ${stderr}`);
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }\n');
  return {
    action: join(dist, 'index.js'),
    cli: join(dist, 'cli.js'),
    [Symbol.asyncDispose]: async () => rm(directory, { recursive: true, force: true }),
  };
}
