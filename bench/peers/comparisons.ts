import type { MeasuredFigure } from '../outcome.ts';
import { plain, warmRecords, type Variant } from './ours.ts';
import { median, pairedRatio, takeTurns, type Seen, type Series } from './rounds.ts';
import { floorRunner, names, ourRunner, promptfooRunner, type Field } from './runners.ts';
import { startServer } from './start-server.ts';
import { tableOf } from './table.ts';
import { situationText, testCommands, type Situation } from './work.ts';

/** One situation that is measured, and the most that we may take of it. */
export type Comparison = Situation & {
  /** By this it is asked for. */
  readonly id: string;
  /** Timed rounds, unless the caller wants another number. */
  readonly rounds: number;
  readonly bounds?: {
    readonly ofFloor?: number;
    readonly ofTheirs?: number;
    readonly memory?: number;
    readonly firstCall?: number;
  };
};

/** What is compared. The first is what most of the promises are about. */
export const comparisons: readonly Comparison[] = [
  {
    ...{ id: '1s-node', latencyMs: 1000, test: 'node', rounds: 5 },
    bounds: { ofFloor: 1.12, ofTheirs: 0.78, memory: 0.6, firstCall: 0.2 },
  },
  { id: '1s-sleep', latencyMs: 1000, test: 'sleep', rounds: 5, bounds: { ofTheirs: 0.8 } },
  { id: '0s-trivial', latencyMs: 0, test: 'trivial', rounds: 5, bounds: { ofTheirs: 0.8 } },
  { id: '1s-trivial', latencyMs: 1000, test: 'trivial', rounds: 3 },
  { id: '0s-sleep', latencyMs: 0, test: 'sleep', rounds: 3 },
  { id: '0s-node', latencyMs: 0, test: 'node', rounds: 3 },
  // A minute each, nearly all of it spent waiting.
  { id: '10s-trivial', latencyMs: 10_000, test: 'trivial', rounds: 1 },
  { id: '10s-sleep', latencyMs: 10_000, test: 'sleep', rounds: 1 },
  { id: '10s-node', latencyMs: 10_000, test: 'node', rounds: 1 },
];

const bubblewrap: Variant = { sandbox: 'bubblewrap', controls: false };
const controlled: Variant = { sandbox: 'none', controls: true };
const both: Variant = { sandbox: 'bubblewrap', controls: true };

/** Measures one situation and prints its table. */
export async function runComparison(
  of: Omit<Field, 'test'>,
  comparison: Comparison,
  rounds: number | null,
): Promise<readonly MeasuredFigure[]> {
  const field = { ...of, test: comparison.test };
  await using server = await startServer(comparison.latencyMs);
  await warmRecords(field.places, { command: testCommands[comparison.test] });
  const runners = [floorRunner(field), promptfooRunner(field), ourRunner(field)];
  const series = await takeTurns(runners, { server, rounds: rounds ?? comparison.rounds });
  console.log(tableOf(situationText(comparison), series).join('\n'));
  return comparisonFigures(comparison, series);
}

/** Our check with what the others do not have, and with nothing on record, in the situation of the first comparison. */
export async function runBeside(
  of: Omit<Field, 'test'>,
  rounds: number | null,
): Promise<readonly MeasuredFigure[]> {
  const field = { ...of, test: 'node' } as const;
  const command = testCommands.node;
  await using server = await startServer(1000);
  const all = new Map<string, Series>();
  for (const [name, variant, isCold] of [
    ['as they do', plain, false],
    ['nothing on record', plain, true],
    ['controls', controlled, false],
    ['bubblewrap', bubblewrap, false],
    ['bubblewrap and controls', both, false],
  ] as const) {
    if (!isCold) await warmRecords(field.places, { command, variant });
    const runner = ourRunner(field, { name, variant, isCold });
    for (const [own, each] of await takeTurns([runner], { server, rounds: rounds ?? 3 })) all.set(own, each);
  }
  console.log(tableOf('ours: 1 s, `node --test`', all).join('\n'));
  return [...all].map(([what, { timed }]) => ({
    ...{ subject: 'ours: 1 s, `node --test`', what, unit: 's' },
    figure: median(timed.map(({ wallMs }) => wallMs)) / 1000,
  }));
}

// The figures of one situation, with the promises that are made about it.
function comparisonFigures(
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
    // Where the floor itself is above a promise about theirs, nobody can keep it.
    bounded('the floor, of promptfoo', pairedRatio(floor, theirs), undefined),
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
