import { availableParallelism } from 'node:os';
import { idealMs } from '../ideal-schedule.ts';
import type { MeasuredFigure } from '../outcome.ts';
import { bareTestOf } from './bare-test-of.ts';
import { runBundle } from './run-bundle.ts';
import { startDouble } from './start-double.ts';
import { modelNames, type Setup } from './work.ts';

/** One run whose time is compared with the ideal one. */
export type Scheduled = {
  readonly cells: number;
  readonly callMs: number;
  readonly slots: number;
  /** Added to the ideal time of a test: what the sandbox may take, where tests alone set the pace. Default: 0. */
  readonly addedMs?: number;
  /** The ratio that is promised; missing = the run is only shown. */
  readonly atMost?: number;
} & (
  | { readonly kind: 'plain' }
  /** Each pass is tested once more, with a value changed. */
  | { readonly kind: 'controls' }
  /** Input costs something, and a cache may save it: the first sample of each arm goes first. */
  | { readonly kind: 'leads' }
);

const titles = {
  plain: 'without controls',
  controls: 'with controls',
  leads: 'the first sample of each arm goes first',
};

/** Runs a check through the bundle in `dist`, with bubblewrap, and says how many times the ideal time it took. */
export async function measureSchedule(of: Scheduled, dist: string): Promise<MeasuredFigure> {
  const { kind, cells, callMs, slots, addedMs = 0, atMost } = of;
  const setup: Setup = {
    ...{ cells, slots, sandbox: 'bubblewrap', controls: kind === 'controls' },
    ...(kind === 'leads' ? { leads: true } : {}),
  };
  await using double = await startDouble(callMs);
  const bare = await bareTestOf(setup);
  const run = await runBundle(setup, { dist, url: double.url });
  const ideal = idealMs({
    ...{ cells, callMs, slots, cores: availableParallelism() },
    testMs: (kind === 'controls' ? 2 : 1) * (bare.wallMs + addedMs),
    beforeMs: run.ownRuns * bare.wallMs,
    leads: kind === 'leads' ? 2 * modelNames.length : 0,
  });
  const testMs = `${bare.wallMs.toFixed(0)}${addedMs > 0 ? ` + ${addedMs}` : ''} ms`;
  const took = `${seconds(run.ms)} against ${seconds(ideal)}`;
  return {
    subject: `${cells} cells through the bundle with bubblewrap, ${titles[kind]}`,
    what: `${slots} calls of ${callMs / 1000} s in flight, ${run.ownRuns} own runs, tests of ${testMs}: ${took}`,
    id: `${kind} ${slots} x ${callMs}`,
    figure: run.ms / ideal,
    unit: '×',
    ...(atMost === undefined ? {} : { atMost }),
  };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
