import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitedCpuMs } from './proc.ts';
import type { Places } from './places.ts';
import { codeOf, testCommands, type TestName } from './work.ts';

/** The test command by itself, as many at a time as there are cores: of one run the time it takes, and its CPU. */
export async function bareTest(
  places: Places,
  test: TestName,
  runs = 48,
): Promise<{ readonly wallMs: number; readonly cpuMs: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-peers-bare-'));
  await cp(places.tree, folder, { recursive: true });
  await mkdir(join(folder, 'src'));
  await writeFile(join(folder, 'src/slug.mjs'), codeOf('bare', true));
  const cpuBefore = waitedCpuMs();
  let left = runs;
  let wallMs = 0;
  const slot = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const begun = performance.now();
      await runShell(testCommands[test], { cwd: folder, env: places.env });
      wallMs += performance.now() - begun;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, slot));
  const cpuMs = waitedCpuMs() - cpuBefore;
  await rm(folder, { recursive: true, force: true });
  return { wallMs: wallMs / runs, cpuMs: cpuMs / runs };
}

async function runShell(
  command: string,
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    execFile('/bin/sh', ['-c', command], options, (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
}
