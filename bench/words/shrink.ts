import { onTwoThreads } from '../on-two-threads.ts';
import { rateFigure } from '../verdicts/figure.ts';
import type { MeasuredFigure } from '../outcome.ts';
import type { Line } from '../verdicts/lines.ts';
import { estimated } from '../verdicts/promise.ts';
import { randomOf } from '../verdicts/random.ts';
import { readers } from './habits.ts';
import type { WordsBench } from './words-bench.ts';
import { tradedLines } from './shrink-traded.ts';
import { shrinkRun, type ShrinkCounts } from './shrink-run.ts';

/** Texts of one size, on models whose pass rate falls to `low` where they miss a rule. */
export type ShrinkExperiment = { readonly name: string; readonly size: number; readonly low: number };

/** Sums over runs. */
export type ShrinkSums = Readonly<Record<Exclude<keyof ShrinkCounts, 'models'> | 'runs', number>> &
  Pick<ShrinkCounts, 'models'>;

/** Every size and drop. */
export const shrinkExperiments: readonly ShrinkExperiment[] = [8, 20, 60].flatMap((size) =>
  [0.15, 0.35, 0.55].map((low) => ({ name: `shrink ${size} parts, .95 to ${low}`, size, low })),
);

/** Runs of each experiment. */
export const runsEach = 400;

/** Plays an experiment. */
export function countRuns(
  { size, low }: ShrinkExperiment,
  of: { readonly seed: number; readonly runs: number },
): ShrinkSums {
  const runs = Array.from({ length: of.runs }, (_, run) => shrinkRun({ size, low }, randomOf(of.seed, run)));
  const sum = (read: (counts: ShrinkCounts) => number | boolean): number =>
    runs.reduce((total, counts) => total + Number(read(counts)), 0);
  return {
    runs: of.runs,
    offered: sum(({ offered }) => offered),
    harmed: sum(({ harmed }) => harmed),
    harmedUnconfirmed: sum(({ harmedUnconfirmed }) => harmedUnconfirmed),
    dead: sum(({ dead }) => dead),
    deadGone: sum(({ deadGone }) => deadGone),
    bothGone: sum(({ bothGone }) => bothGone),
    calls: sum(({ calls }) => calls),
    confirmingCalls: sum(({ confirmingCalls }) => confirmingCalls),
    oneByOne: sum((counts) => counts.oneByOne),
    models: runs.flatMap(({ models }) => models),
  };
}

/** Plays experiments on two threads; sums by name. */
export async function playShrink(
  seed: number,
  experiments: readonly ShrinkExperiment[],
): Promise<ReadonlyMap<string, ShrinkSums>> {
  const names = experiments.map(({ name }) => name);
  return onTwoThreads<ShrinkSums>(new URL('./shrink-worker.ts', import.meta.url), seed, names);
}

/** What `shrink` promises, with what was measured. */
export function shrinkLines(sums: ReadonlyMap<string, ShrinkSums>): readonly Line[] {
  return [...sums].flatMap(([name, { runs, harmed, dead, deadGone, bothGone }]): readonly Line[] => [
    {
      text: `${name}: worse by 40 points on a model`,
      figure: rateFigure(harmed, runs),
      ...{ unit: '%', side: 'at most', bound: 0.05 },
    },
    {
      text: `${name}: dead parts gone`,
      figure: rateFigure(deadGone, dead),
      ...{ unit: '%', side: 'at least', bound: 0.6 },
    },
    {
      text: `${name}: a rule that is stated twice gone`,
      figure: rateFigure(bothGone, runs),
      ...{ unit: '%', side: 'at most', bound: 0 },
    },
  ]);
}

/** What must not hold: a search whose finds are offered without fresh samples, where losses are shallow and parts many. */
function unconfirmedLines(sums: ReadonlyMap<string, ShrinkSums>): readonly Line[] {
  const { harmedUnconfirmed = 0, runs = 0 } = sums.get('shrink 60 parts, .95 to 0.55') ?? {};
  return [
    {
      text: 'shrink 60 parts, .95 to 0.55, unconfirmed: worse by 40 points',
      figure: rateFigure(harmedUnconfirmed, runs),
      ...{ unit: '%', side: 'at most', bound: 0.05 },
    },
  ];
}

/** The search for parts that can go, and its confirmation, on made-up models. */
export async function shrinkBench(seed: number): Promise<WordsBench> {
  const sums = await playShrink(seed, shrinkExperiments);
  const traded = tradedLines(seed);
  return {
    judged: [...shrinkLines(sums), ...traded.judged],
    planted: [...unconfirmedLines(sums), ...traded.planted],
    shown: [...shrinkShown(sums), ...readersShown(sums), ...traded.shown],
  };
}

/** What it costs, against deleting one part after another; printed, not judged. */
export function shrinkShown(sums: ReadonlyMap<string, ShrinkSums>): readonly MeasuredFigure[] {
  return [...sums].flatMap(
    ([subject, { runs, offered, calls, confirmingCalls, oneByOne, harmedUnconfirmed }]) => [
      { subject, what: 'texts with an offer', figure: (100 * offered) / runs, unit: '%' },
      { subject, what: 'calls on three models', figure: calls / runs, unit: 'calls' },
      { subject, what: 'of them to confirm', figure: confirmingCalls / runs, unit: 'calls' },
      { subject, what: 'one part after another, unconfirmed', figure: oneByOne / runs, unit: 'calls' },
      { subject, what: 'calls against one part after another', figure: calls / oneByOne, unit: '×' },
      {
        subject,
        what: 'worse by 40 points if unconfirmed',
        figure: (100 * harmedUnconfirmed) / runs,
        unit: '%',
      },
    ],
  );
}

/** How the offered texts are for each kind of reader, of every size and drop. */
function readersShown(sums: ReadonlyMap<string, ShrinkSums>): readonly MeasuredFigure[] {
  const models = [...sums.values()].flatMap((each) => each.models);
  return readers.map(({ name }) => {
    const own = models.filter(({ reader }) => reader === name);
    const figure = rateFigure(own.filter(({ isHarmed }) => isHarmed).length, own.length);
    return {
      subject: 'shrink, every size and drop',
      what: `worse by 40 points on one of ${own.length} models: ${name}`,
      ...estimated(figure, '%'),
    };
  });
}
