// How long a check takes to its first call to a model, and how long one that has nothing to ask; all through the bundle.
import { makeBundle } from '../src/testing/runs/make-bundle.ts';
import { startNode } from '../src/testing/runs/run-node.ts';
import { startOutcome } from './outcome.ts';
import { checkedWorld, type CheckedWorld, type Program } from './start/checked-world.ts';
import type { FirstCall } from './start/first-call.ts';
import { median } from './start/median.ts';

const bounds = { firstCallMs: 350, unchangedMs: 1500 };
const samples = 24;
const rounds = 9;

const dist = await makeBundle();
const outcome = startOutcome({ name: 'start', command: 'npm run bench:start' });
for (const program of ['action', 'cli'] as const) await measure(program);
outcome.end();

async function measure(program: Program): Promise<void> {
  await using checked = await checkedWorld(dist, samples);
  await ended(checked, program);
  outcome.add({
    ...{ subject: program, what: 'start to first call, nothing on record' },
    ...{ figure: checked.watch.first.ms, unit: 'ms' },
  });
  const unchanged = await unchangedRuns(checked, program);
  outcome.add({
    ...{ subject: program, what: 'unchanged re-run, 96 cells on record, page and comment written' },
    ...{ figure: unchanged, unit: 'ms', ...(program === 'action' ? { atMost: bounds.unchangedMs } : {}) },
  });
  await firstCalls(checked, program);
}

/** Median of a few runs in which no model was asked. */
async function unchangedRuns(checked: CheckedWorld, program: Program): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    times.push((await ended(checked, program)).ms);
    if (checked.watch.hasCalled) throw new Error('an unchanged re-run asked a model');
  }
  return median(times);
}

async function firstCalls(checked: CheckedWorld, program: Program): Promise<void> {
  await checked.forgetAnswers();
  checked.watch.refuses = true;
  const calls: FirstCall[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await bareNodeMs());
    await checked.check(program);
    calls.push(checked.watch.first);
  }
  const ms = median(calls.map((call) => call.ms));
  const bareMs = median(bare);
  const subject = program;
  outcome.add(
    {
      ...{ subject, what: 'start to first call, own run and emptied run on record, bubblewrap', figure: ms },
      ...{ unit: 'ms', ...(program === 'action' ? { atMost: bounds.firstCallMs } : {}) },
    },
    {
      ...{ subject, what: `median of ${rounds}; the quickest`, unit: 'ms' },
      figure: Math.min(...calls.map((call) => call.ms)),
    },
    {
      ...{ subject, what: 'processor time by then, with ended children', unit: 'ms' },
      figure: median(calls.map(({ cpuMs }) => cpuMs)),
    },
    { subject, what: '`node -e 0` between them', figure: bareMs, unit: 'ms' },
    { subject, what: 'the first call in that of `node -e 0`', figure: ms / bareMs, unit: '×' },
  );
}

async function bareNodeMs(): Promise<number> {
  return (await startNode(['-e', '0'], { cwd: '/', env: {} }).ended).ms;
}

async function ended(checked: CheckedWorld, program: Program): ReturnType<CheckedWorld['check']> {
  const run = await checked.check(program);
  // hasty regresses on purpose.
  if (run.code !== 1) throw new Error(`the check ended with ${run.code}:\n${run.stdout}${run.stderr}`);
  return run;
}
