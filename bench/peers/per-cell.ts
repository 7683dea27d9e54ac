import { availableParallelism } from 'node:os';
import type { MeasuredFigure } from '../outcome.ts';
import { bareRun } from './bare-run.ts';
import { plain, warmRecords, type Variant } from './ours.ts';
import { median, takeTurns, type Seen, type Series } from './rounds.ts';
import { ourRunner, type Field } from './runners.ts';
import { startServer } from './start-server.ts';
import { cells, testCommands, work } from './work.ts';

/** What one more cell costs in its test slot, beyond the bare test command. Milliseconds. */
export type PerCell = { readonly wallMs: number; readonly cpuMs: number; readonly wholeCpuMs: number };

/**
 * What one more cell costs: the difference between a run with all samples and one with a single sample of each arm, at no
 * latency, so that start and end count for neither. The wall time is that of a test slot: there are as many as cores.
 */
async function perCell(field: Field, variant: Variant, rounds: number): Promise<PerCell> {
  const { places, test } = field;
  await warmRecords(places, { command: testCommands[test], variant });
  await using server = await startServer(0);
  const runners = [
    ourRunner({ ...field, samples: 1 }, { name: 'few', variant }),
    ourRunner(field, { name: 'all', variant }),
  ];
  const series = await takeTurns(runners, { server, rounds });
  const bare = await bareRun(places, test);
  return beyond(series, bare, availableParallelism());
}

/** The cost of one more cell from both series, without the bare test. */
export function beyond(
  series: ReadonlyMap<string, Pick<Series, 'timed'>>,
  bare: { readonly wallMs: number; readonly cpuMs: number },
  slots: number,
): PerCell {
  const middle = (name: string, of: (seen: Seen) => number): number =>
    median((series.get(name)?.timed ?? []).map(of));
  const more = cells - work.models * work.specs;
  const each = (of: (seen: Seen) => number): number => (middle('all', of) - middle('few', of)) / more;
  return {
    wallMs: each(({ wallMs }) => wallMs) * slots - bare.wallMs,
    cpuMs: each(({ cpuMs }) => cpuMs) - bare.cpuMs,
    wholeCpuMs: middle('all', ({ cpuMs }) => cpuMs) / cells - bare.cpuMs,
  };
}

/** The figures per cell, of which those with `sleep 0.1` are promises: its own time is known best. */
export async function perCellFigures(
  field: Omit<Field, 'test'>,
  rounds: number,
): Promise<readonly MeasuredFigure[]> {
  const figures: MeasuredFigure[] = [];
  for (const test of ['sleep', 'node'] as const) {
    const bounds = test === 'sleep' ? { cpu: { atMost: 10 }, wall: { atMost: 30 } } : {};
    const subject = `per cell beyond \`${test === 'sleep' ? 'sleep 0.1' : 'node --test'}\` run bare`;
    for (const sandbox of ['none', 'bubblewrap'] as const) {
      const own = await perCell({ ...field, test }, { ...plain, sandbox }, rounds);
      const isBare = sandbox === 'none';
      figures.push(
        { subject, what: `CPU, ${sandbox}`, figure: own.cpuMs, unit: 'ms', ...(isBare ? bounds.cpu : {}) },
        {
          subject,
          what: `wall of a test slot, ${sandbox}`,
          figure: own.wallMs,
          unit: 'ms',
          ...(isBare ? {} : bounds.wall),
        },
        {
          subject,
          what: `CPU with start and end shared out, ${sandbox}`,
          figure: own.wholeCpuMs,
          unit: 'ms',
        },
      );
    }
  }
  return figures;
}
