// What one more cell costs beyond its test command, which is run bare in the same minutes: processor time of all processes,
// and the time that it holds a test slot. Answers are there at once, so that nothing else is waited for. Without a sandbox
// each cell has folders and files of its own: how much of its cost the disk takes, is seen beside a folder in memory.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { SandboxLevel } from '../src/core/settings.ts';
import { bundleIn, makeBundle } from '../src/testing/runs/make-bundle.ts';
import { bareTest } from './cell/bare-test.ts';
import { oneCheck } from './cell/one-check.ts';
import type { Whole } from './cell/whole-tree.ts';
import { startDouble } from './engine/start-double.ts';
import { makeSource, testOf } from './engine/work.ts';
import { startOutcome } from './outcome.ts';
import { median } from './start/median.ts';

const rounds = 5;
// Start and end of a check are the same for few cells and for many.
const [few, many] = [16, 112];
const slots = availableParallelism();
const memory = '/dev/shm';
const bounds = { cpuMs: { none: 10 }, wallMs: { bubblewrap: 30 } } as const;

const { cli } = bundleIn(await makeBundle());
const outcome = startOutcome({ name: 'cell', command: 'npm run bench:cell' });
await using double = await startDouble(0);
for (const sandbox of ['none', 'bubblewrap'] as const) await measure(sandbox);
outcome.end();

async function measure(sandbox: 'none' | 'bubblewrap'): Promise<void> {
  const run = async (cells: number): Promise<Whole> => oneCheck({ cells, sandbox }, { cli, url: double.url });
  await run(few);
  const beyond: Whole[] = [];
  const inMemory: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    beyond.push(await costOfOne(run));
    if (sandbox === 'none' && existsSync(memory))
      inMemory.push((await withFilesIn(memory, () => costOfOne(run))).cpuMs);
  }
  const subject = `one more cell beyond its test run bare, ${sandbox}`;
  const of = (key: keyof Whole): number => median(beyond.map((each) => each[key]));
  outcome.add(
    { subject, what: 'CPU of all processes', figure: of('cpuMs'), unit: 'ms', ...atMost('cpuMs', sandbox) },
    {
      subject,
      what: 'wall time of a test slot',
      figure: of('wallMs'),
      unit: 'ms',
      ...atMost('wallMs', sandbox),
    },
  );
  if (inMemory.length === 0) return;
  const what = 'CPU of all processes, with all files in memory';
  outcome.add({ subject, what, figure: median(inMemory), unit: 'ms' });
}

/** Repositories that are made meanwhile lie in this folder, and so do the temporary files of their checks. */
async function withFilesIn<Value>(folder: string, measured: () => Promise<Value>): Promise<Value> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    return await measured();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

async function costOfOne(run: (cells: number) => Promise<Whole>): Promise<Whole> {
  const [short, long] = [await run(few), await run(many)];
  const bare = await bareRun();
  const more = (key: keyof Whole): number => (long[key] - short[key]) / (many - few);
  return { cpuMs: more('cpuMs') - bare.cpuMs, wallMs: more('wallMs') * slots - bare.wallMs };
}

async function bareRun(): Promise<Whole> {
  const { repository } = await makeSource();
  await using from = repository;
  const command = testOf({ controls: false });
  return await bareTest({ command, directory: from.directory, runs: many - few, slots });
}

function atMost(key: keyof Whole, sandbox: SandboxLevel): { readonly atMost?: number } {
  const bound = Object.entries(bounds[key]).find(([level]) => level === sandbox)?.[1];
  return bound === undefined ? {} : { atMost: bound };
}
