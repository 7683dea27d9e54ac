import { shuffled } from '../../src/core/statistics/seeded-random.ts';
import type { Random } from '../verdicts/random.ts';
import { armsOf } from './grid.ts';
import type { Grid } from './grid.ts';
import { rateOf } from './read-outcomes.ts';
import type { RecordedArm } from './read-outcomes.ts';

/** The two arms of one question; the same arm twice where nothing changed. */
export type ArmPair = { readonly base: RecordedArm; readonly head: RecordedArm };

/** Drops of the recorded pass rate, in points: at least `from`, and less than `below`. */
export type Band = { readonly name: string; readonly from: number; readonly below: number };

/** What is asked in the runs of an experiment. */
export type Situation =
  /** Nothing changed, for so many models or, where there are fewer, for more wordings too. */
  | { readonly kind: 'unchanged-run'; readonly questions: number }
  /** Each recorded arm once a draw, unchanged. */
  | { readonly kind: 'unchanged-arm' }
  /** Each pair of wordings of one task on one model whose rates differ by so much, once a draw. */
  | { readonly kind: 'drop'; readonly band: Band }
  /** The share of changes that do harm in `bench:verdicts`: 15 % of 40 points or more, the others unchanged. */
  | { readonly kind: 'mix' };

/** How often a situation is played. */
export type Sizes = { readonly runs: number; readonly draws: number };

export const bands: readonly Band[] = [
  { name: '≥ 80', from: 80, below: Infinity },
  { name: '60 to 80', from: 60, below: 80 },
  { name: '40 to 60', from: 40, below: 60 },
];

/** The questions of every run of a situation. */
export function runsOf(
  situation: Situation,
  of: { readonly grid: Grid; readonly sizes: Sizes; readonly random: Random },
): readonly (readonly ArmPair[])[] {
  const { grid, sizes, random } = of;
  const often = (count: number, make: () => readonly ArmPair[]): readonly (readonly ArmPair[])[] =>
    Array.from({ length: count }, make);
  switch (situation.kind) {
    case 'unchanged-run':
      return often(sizes.runs, () => unchangedRun(grid, situation.questions, random));
    case 'unchanged-arm':
      return armsOf(grid).flatMap((arm) => often(sizes.draws, () => [unchanged(arm)]));
    case 'drop':
      return dropsIn(grid, situation.band).flatMap((pair) => often(sizes.draws, () => [pair]));
    case 'mix':
      return mixed(grid, sizes.runs, random);
  }
}

/** The pairs of wordings of one task on one model in which the head passes less often by a drop of the band. */
export function dropsIn({ tasks }: Grid, { from, below }: Band): readonly ArmPair[] {
  const arms = tasks.flatMap(({ rows }) => rows);
  return arms.flatMap((row) =>
    row.flatMap((base) =>
      row.flatMap((head) => {
        // .7 − .3 is below .4 in binary.
        const points = +(100 * (rateOf(base) - rateOf(head))).toFixed(6);
        return points >= from && points < below ? [{ base, head }] : [];
      }),
    ),
  );
}

// A pull request changes one spec, and every model is asked about it.
function unchangedRun({ models, tasks }: Grid, questions: number, random: Random): readonly ArmPair[] {
  const order = shuffled(models.length, random);
  const pairs: ArmPair[] = [];
  while (pairs.length < questions) {
    const task = pick(tasks, random);
    const wording = Math.floor(random() * (task.rows[0]?.length ?? 0));
    const arms = order.flatMap((model) => task.rows[model]?.slice(wording, wording + 1) ?? []);
    pairs.push(...arms.slice(0, questions - pairs.length).map(unchanged));
  }
  return pairs;
}

function mixed(grid: Grid, runs: number, random: Random): readonly (readonly ArmPair[])[] {
  const arms = armsOf(grid);
  const drops = bands.flatMap((band) => dropsIn(grid, band));
  return Array.from({ length: runs }, () =>
    drops.length > 0 && random() < 0.15 ? [pick(drops, random)] : [unchanged(pick(arms, random))],
  );
}

function unchanged(arm: RecordedArm): ArmPair {
  return { base: arm, head: arm };
}

function pick<Value>(values: readonly Value[], random: Random): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('There is nothing to pick from.');
  return value;
}
