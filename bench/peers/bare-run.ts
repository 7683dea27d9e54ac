import { cp, mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { temporaryFolder } from '../../src/testing/temporary-folder.ts';
import { bareTest } from '../cell/bare-test.ts';
import type { Whole } from '../cell/whole-tree.ts';
import type { Places } from './places.ts';
import { codeOf, testCommands, type TestName } from './work.ts';

/** What a test command takes by itself on right code, as many at a time as there are cores. */
export async function bareRun({ tree, env }: Places, test: TestName): Promise<Whole> {
  await using folder = await temporaryFolder();
  await cp(tree, folder.path, { recursive: true });
  await mkdir(join(folder.path, 'src'));
  await writeFile(join(folder.path, 'src/slug.mjs'), codeOf('bare', true));
  const command = testCommands[test];
  return await bareTest({ command, directory: folder.path, env, runs: 48, slots: availableParallelism() });
}
