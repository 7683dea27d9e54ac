import type { MeasuredFigure } from '../outcome.ts';
import { warmRecords, type Variant } from './ours.ts';
import { median, pairedRatio, takeTurns, type Seen, type Series } from './rounds.ts';
import { floorRunner, names, ourRunner, promptfooRunner, type Field } from './runners.ts';
import { startServer } from './start-server.ts';
import { tableOf } from './table.ts';
import { situationText, testCommands, type Situation } from './work.ts';

/** One situation that is measured, and the most that we may take of it. */
export type Comparison = Situation & {
  /** Timed rounds, unless the caller wants another number. */
  readonly rounds: number;
  readonly bounds?: {
    readonly ofFloor?: number;
    readonly ofTheirs?: number;
    readonly memory?: number;
    readonly firstCall?: number;
  };
};

/** What is compared; `quick`: the one situation that most of the promises are about. */
export function comparisons(quick: boolean): readonly Comparison[] {
  const main: Comparison = {
    ...{ latencyMs: 1000, test: 'node', rounds: quick ? 3 : 5 },
    bounds: { ofFloor: 1.12, ofTheirs: 0.78, memory: 0.6, firstCall: 0.2 },
  };
  if (quick) return [main];
  return [
    main,
    { latencyMs: 1000, test: 'sleep', rounds: 5, bounds: { ofTheirs: 0.8 } },
    { latencyMs: 0, test: 'trivial', rounds: 5, bounds: { ofTheirs: 0.8 } },
    { latencyMs: 1000, test: 'trivial', rounds: 3 },
    { latencyMs: 0, test: 'sleep', rounds: 3 },
    { latencyMs: 0, test: 'node', rounds: 3 },
    // A minute each, nearly all of it spent waiting.
    { latencyMs: 10_000, test: 'trivial', rounds: 1 },
    { latencyMs: 10_000, test: 'sleep', rounds: 1 },
    { latencyMs: 10_000, test: 'node', rounds: 1 },
  ];
}

const bubblewrap: Variant = { sandbox: 'bubblewrap', controls: false };
const controlled: Variant = { sandbox: 'none', controls: true };
const both: Variant = { sandbox: 'bubblewrap', controls: true };

/** Measures one situation and prints its table; where the most is promised, also what the others do not have. */
export async function runComparison(
  of: Omit<Field, 'test'>,
  comparison: Comparison,
  rounds: number | null,
): Promise<ReadonlyMap<string, Series>> {
  const field = { ...of, test: comparison.test };
  const command = testCommands[comparison.test];
  await using server = await startServer(comparison.latencyMs);
  await warmRecords(field.places, { command });
  const runners = [floorRunner(field), promptfooRunner(field), ourRunner(field)];
  const series = new Map(await takeTurns(runners, { server, rounds: rounds ?? comparison.rounds }));
  if (comparison.bounds?.ofFloor !== undefined) {
    const few = { server, rounds: Math.min(3, rounds ?? 3) };
    const cold = ourRunner(field, { name: 'ours, nothing on record', isCold: true });
    for (const [name, each] of await takeTurns([cold], few)) series.set(name, each);
    for (const [name, variant] of [
      ['ours, controls', controlled],
      ['ours, bubblewrap', bubblewrap],
      ['ours, bubblewrap and controls', both],
    ] as const) {
      await warmRecords(field.places, { command, variant });
      const beside = await takeTurns([ourRunner(field, { name, variant })], few);
      for (const [own, each] of beside) series.set(own, each);
    }
  }
  console.log(tableOf(situationText(comparison), series).join('\n'));
  return series;
}

/** The figures of one situation, with the promises that are made about it. */
export function comparisonFigures(
  comparison: Comparison,
  series: ReadonlyMap<string, Series>,
): readonly MeasuredFigure[] {
  const [floor, theirs, ours] = [names.floor, names.theirs, names.ours].map((name) => series.get(name));
  if (floor === undefined || theirs === undefined || ours === undefined) return [];
  const { bounds = {} } = comparison;
  const subject = situationText(comparison);
  const bounded = (what: string, figure: number, atMost: number | undefined): MeasuredFigure => ({
    ...{ subject, what, figure, unit: '×' },
    ...(atMost === undefined ? {} : { atMost }),
  });
  const memory = (seen: Seen): number => seen.largestBytes;
  return [
    ...[...series].map(([name, { timed }]) => ({
      ...{ subject, what: name, unit: 's' },
      figure: median(timed.map(({ wallMs }) => wallMs)) / 1000,
    })),
    bounded('our wall time, of the floor', pairedRatio(ours, floor), bounds.ofFloor),
    bounded('our wall time, of promptfoo', pairedRatio(ours, theirs), bounds.ofTheirs),
    bounded('our largest process, of promptfoo', pairedRatio(ours, theirs, memory), bounds.memory),
    bounded(
      'our start to the first call, of promptfoo',
      pairedRatio(ours, theirs, ({ firstCallMs }) => firstCallMs),
      bounds.firstCall,
    ),
  ];
}
