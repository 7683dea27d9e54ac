// How close the shipped bundle comes to an ideal schedule of calls and tests, and what a cell costs beyond its test. The
// models answer from another process, on the same cores. `-- --quick`: 96 cells in place of 256, and no latency of 10 s.
import { makeBundle } from '../src/testing/runs/make-bundle.ts';
import { measureOverhead } from './engine/overhead.ts';
import { measureSchedule, type Scheduled } from './engine/schedule.ts';
import { startOutcome } from './outcome.ts';

const isQuick = process.argv.includes('--quick');
const cells = isQuick ? 96 : 256;
const atMost = 1.05;
const long = [
  { cells, callMs: 10_000, slots: 16 },
  { cells, callMs: 10_000, slots: 64 },
];
const loads = [
  ...(isQuick ? [] : long),
  { cells, callMs: 1000, slots: 16 },
  // Here the tests set the pace, so what a sandbox may add to each is part of the ideal.
  { cells, callMs: 1000, slots: 64, addedMs: 25 },
];
const schedules: readonly Scheduled[] = [
  ...loads.map((load) => ({ ...load, atMost, kind: 'plain' }) as const),
  ...loads.map((load) => ({ ...load, kind: 'controls' }) as const),
  { cells, callMs: 1000, slots: 16, kind: 'leads' },
];

const outcome = startOutcome({
  name: 'engine',
  command: `npm run bench:engine${isQuick ? ' -- --quick' : ''}`,
});
const dist = await makeBundle();
outcome.add(...(await measureOverhead('none', { dist, allowed: { cpuMs: 10 } })));
outcome.add(...(await measureOverhead('bubblewrap', { dist, allowed: { wallMs: 30 } })));
for (const schedule of schedules) outcome.add(await measureSchedule(schedule, dist));
outcome.end();
