// How close the shipped bundle comes to an ideal schedule of calls and tests, and what a cell costs beyond its test. The
// models answer from another process, on the same cores. `-- --only PART`: one part. `-- --quick`: 96 cells in place of 256,
// and no latency of 10 s.
import { makeBundle } from '../src/testing/runs/make-bundle.ts';
import { measureOverhead } from './engine/overhead.ts';
import { measureSchedule, type Scheduled } from './engine/schedule.ts';
import { startOutcome, type MeasuredFigure } from './outcome.ts';

const isQuick = process.argv.includes('--quick');
const cells = isQuick ? 96 : 256;
const atMost = 1.05;
const long = [
  { cells, callMs: 10_000, slots: 16 },
  { cells, callMs: 10_000, slots: 64 },
];
const short = [
  { cells, callMs: 1000, slots: 16 },
  // Here the tests set the pace, so what a sandbox may add to each is part of the ideal.
  { cells, callMs: 1000, slots: 64, addedMs: 25 },
];
const loads = [...(isQuick ? [] : long), ...short];
const scheduled: Readonly<Record<string, readonly Scheduled[]>> = {
  plain: loads.map((load) => ({ ...load, atMost, kind: 'plain' }) as const),
  controls: loads.map((load) => ({ ...load, kind: 'controls' }) as const),
  leads: [{ cells, callMs: 1000, slots: 16, kind: 'leads' }],
};

const only = process.argv.indexOf('--only');
const names = ['overhead', ...Object.keys(scheduled)];
const wanted = only === -1 ? names : names.filter((name) => name === process.argv[only + 1]);
if (wanted.length === 0) throw new Error(`--only takes one of ${names.join(', ')}`);
const dist = await makeBundle();
for (const name of wanted) await measure(name);

// A part is stored by itself: all of them take longer than most have time for.
async function measure(name: string): Promise<void> {
  const command = `npm run bench:engine -- --only ${name}${isQuick ? ' --quick' : ''}`;
  const outcome = startOutcome({ name: `engine-${name}`, command });
  const add = (figures: readonly MeasuredFigure[]): void => outcome.add(...figures);
  if (name === 'overhead') {
    add(await measureOverhead('none', { dist, allowed: { cpuMs: 10 } }));
    add(await measureOverhead('bubblewrap', { dist, allowed: { wallMs: 30 } }));
  }
  for (const schedule of scheduled[name] ?? []) add([await measureSchedule(schedule, dist)]);
  outcome.end();
}
