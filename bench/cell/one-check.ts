import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SandboxLevel } from '../../src/core/settings.ts';
import { configOf, makeSource } from '../engine/work.ts';
import { runWhole, type Whole } from './whole-tree.ts';

/** What one check with nothing on record took, through the bundle. */
export async function oneCheck(
  of: { readonly cells: number; readonly sandbox: SandboxLevel },
  at: { readonly cli: string; readonly url: string },
): Promise<Whole> {
  const { repository, base, head } = await makeSource();
  await using from = repository;
  const { directory } = from;
  const config = join(directory, '.git/bench.json');
  await writeFile(config, configOf({ ...of, slots: 16, controls: false }, at.url));
  return await runWhole(
    [
      ...[process.execPath, at.cli, 'check', '--base', base, '--head', head],
      ...['--config', config, '--cwd', directory],
    ],
    { cwd: directory, env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: tmpdir() } },
  );
}
