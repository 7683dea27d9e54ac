// Fails when the committed bundle is not what the sources make.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildInto } from './build.ts';

/** Paths that differ between two folders: changed, missing or left over. */
export async function differences(built: string, committed: string): Promise<string[]> {
  const names = [...new Set([...(await filesOf(built)), ...(await filesOf(committed))])].toSorted();
  const differing: string[] = [];
  for (const name of names) {
    const [one, other] = await Promise.all([bytesOf(join(built, name)), bytesOf(join(committed, name))]);
    if (one === null || other === null || !one.equals(other)) differing.push(name);
  }
  return differing;
}

async function filesOf(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1));
}

async function bytesOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch {
    return null;
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { dist: { type: 'string', default: 'dist' } } });
  // Inside the checkout, because the bundle names its inputs relative to it.
  const fresh = await mkdtemp('.dist-check-');
  try {
    await buildInto(fresh);
    const differing = await differences(fresh, values.dist);
    if (differing.length > 0) {
      console.error(
        `dist is not what src builds; run \`npm run bundle\` and commit:\n  ${differing.join('\n  ')}`,
      );
      process.exitCode = 1;
    }
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}
