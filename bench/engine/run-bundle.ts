import { spawn } from 'node:child_process';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleIn } from '../../src/testing/runs/make-bundle.ts';
import { childrenCpuMs } from './children-cpu.ts';
import { configOf, makeSource, type Setup } from './work.ts';

/** What one check took, from the start of its process to its end. */
export type BundleRun = {
  readonly ms: number;
  /** CPU of the process and of all that it started. */
  readonly cpuMs: number;
  readonly calls: number;
  /** Test runs that had ended before the first answer came: those of the repository's own code. */
  readonly ownRuns: number;
};

/** Runs one check without any records through the bundle in this folder. */
export async function runBundle(
  setup: Setup,
  of: { readonly dist: string; readonly url: string },
): Promise<BundleRun> {
  const source = await makeSource();
  await using repository = source.repository;
  const { directory } = repository;
  const config = join(directory, '.git/bench.json');
  await writeFile(config, configOf(setup, of.url));
  const { cli } = bundleIn(of.dist);
  const commits = ['--base', source.base, '--head', source.head];
  const argv = [cli, 'check', ...commits, '--config', config, '--cwd', directory, '--json'];
  const cpuBefore = childrenCpuMs();
  const begun = performance.now();
  const { code, stdout, stderr } = await ended(argv);
  const ms = performance.now() - begun;
  if (code !== 0) throw new Error(`the check ended with ${code}:\n${stderr}`);
  const { spent } = JSON.parse(stdout);
  return {
    ms,
    cpuMs: childrenCpuMs() - cpuBefore,
    calls: spent.generations,
    ownRuns: await ownRunsIn(join(directory, '.spec-portability/records')),
  };
}

function ended(argv: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, argv, {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...said }));
  });
}

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

async function ownRunsIn(records: string): Promise<number> {
  const runs = await timesIn(join(records, 'test-run'));
  const answered = Math.min(...(await timesIn(join(records, 'generation'))));
  return runs.filter((time) => time < answered).length;
}

/** When each record of a folder was written. */
async function timesIn(folder: string): Promise<readonly number[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json'));
  return Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs));
}
