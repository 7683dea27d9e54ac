import { shuffled } from '../../src/core/statistics/seeded-random.ts';
import { randomOf } from '../verdicts/random.ts';
import type { Random } from '../verdicts/random.ts';
import type { Grid } from './grid.ts';
import { interactionOf, meanRates, spreadOf } from './interaction.ts';
import type { Rates } from './interaction.ts';
import { rateOf } from './read-outcomes.ts';
import type { RecordedArm } from './read-outcomes.ts';
import { countRewordings } from './rewordings.ts';

/** A figure of the recorded answers beside what it is where the wording makes no difference. */
export type BesideNoise = {
  readonly observed: number;
  readonly mean: number;
  /** 95 % of the permutations lie between these. */
  readonly low: number;
  readonly high: number;
  /** Share of permutations, the observed one included, that reach the observed figure. */
  readonly p: number;
};

/** What the wordings do to the models of a grid. */
export type Noise = {
  readonly models: number;
  readonly rewordings: number;
  readonly hurt: BesideNoise;
  readonly helpOthers: BesideNoise;
  /** Model × wording over the mean of all tasks. */
  readonly interaction: BesideNoise;
  /** The same task by task. */
  readonly byTask: readonly { readonly task: string; readonly interaction: BesideNoise }[];
};

/** One row of a task beside the spread that noise alone gives it. */
export type RowSpread = { readonly model: string; readonly spread: number; readonly floor: number };

/** How many times its mean under noise a figure is; 0 where noise shows nothing, because all answers are alike. */
export function timesNoise({ observed, mean }: BesideNoise): number {
  return mean === 0 ? 0 : observed / mean;
}

const permutations = 999;

/**
 * Compares with permutations: the answers of a model to a task are dealt out to its wordings at random, which is
 * exactly what would be seen if no wording mattered.
 */
export function noiseOf(grid: Grid, seed: number): Noise {
  const random = randomOf(seed, 0);
  const observed = figuresOf(grid.tasks.map(({ rows }) => ratesOf(rows)));
  const dealt = Array.from({ length: permutations }, () =>
    figuresOf(grid.tasks.map(({ rows }) => rows.map((row) => dealtRates(row, random)))),
  );
  const beside = (figure: (of: Figures) => number): BesideNoise =>
    besideNoise(figure(observed), dealt.map(figure));
  return {
    models: grid.models.length,
    rewordings: observed.all,
    hurt: beside(({ hurt }) => hurt),
    helpOthers: beside(({ helpOthers }) => helpOthers),
    interaction: beside(({ interaction }) => interaction),
    byTask: grid.tasks.map(({ task }, index) => ({
      task,
      interaction: beside(({ byTask }) => byTask[index] ?? 0),
    })),
  };
}

/** For each model of a task how far its wordings lie apart, and what 95 % of permutations stay within. */
export function rowSpreads(rows: readonly (readonly RecordedArm[])[], seed: number): readonly RowSpread[] {
  const random = randomOf(seed, 1);
  return rows.map((row) => {
    const spreads = Array.from({ length: permutations }, () => spreadOf(dealtRates(row, random)));
    const floor = besideNoise(0, spreads, 0.95).high;
    return { model: row[0]?.model ?? '', spread: spreadOf(row.map(rateOf)), floor };
  });
}

type Figures = {
  readonly all: number;
  readonly hurt: number;
  readonly helpOthers: number;
  readonly interaction: number;
  readonly byTask: readonly number[];
};

function figuresOf(tasks: readonly Rates[]): Figures {
  return {
    ...countRewordings(tasks),
    interaction: interactionOf(meanRates(tasks)),
    byTask: tasks.map(interactionOf),
  };
}

function ratesOf(rows: readonly (readonly RecordedArm[])[]): Rates {
  return rows.map((row) => row.map(rateOf));
}

function dealtRates(row: readonly RecordedArm[], random: Random): readonly number[] {
  const answers = row.flatMap(({ passed }) => passed);
  const order = shuffled(answers.length, random);
  return row.map(({ passed }) => {
    const dealt = order.splice(0, passed.length).filter((index) => answers[index] === true);
    return dealt.length / passed.length;
  });
}

function besideNoise(observed: number, dealt: readonly number[], high = 0.975): BesideNoise {
  const sorted = dealt.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  const reached = dealt.filter((each) => each >= observed - 1e-12).length;
  return {
    observed,
    mean: dealt.reduce((sum, each) => sum + each, 0) / dealt.length,
    low: at(0.025),
    high: at(high),
    p: (1 + reached) / (1 + dealt.length),
  };
}
