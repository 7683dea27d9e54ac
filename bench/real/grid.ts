import { rateOf } from './read-outcomes.ts';
import type { RecordedArm } from './read-outcomes.ts';

/** One task: a row for each model of the grid, in it an arm for each wording. */
export type TaskRows = { readonly task: string; readonly rows: readonly (readonly RecordedArm[])[] };

/** Models that were all asked every wording of every task. */
export type Grid = {
  readonly models: readonly string[];
  readonly wordings: readonly string[];
  readonly tasks: readonly TaskRows[];
};

/** Fewer answers say too little about an arm's pass rate to take it for the true one. */
const leastAnswers = 8;

/** The part of the outcomes in which nothing is missing: wordings that few models were asked are left out first. */
export function gridOf(arms: readonly RecordedArm[]): Grid {
  const usable = arms.filter(({ passed }) => passed.length >= leastAnswers);
  const wordings = commonWordings(usable);
  const tasks = distinct(usable.map(({ task }) => task));
  const byName = new Map(usable.map((arm) => [nameOf(arm), arm]));
  const rowOf = (model: string, task: string): readonly RecordedArm[] =>
    wordings.flatMap((wording) => byName.get(nameOf({ model, task, wording })) ?? []);
  const models = distinct(usable.map(({ model }) => model)).filter((model) =>
    tasks.every((task) => rowOf(model, task).length === wordings.length),
  );
  if (models.length === 0 || wordings.length < 2)
    throw new Error(
      `No model has ${leastAnswers} answers to each of two wordings of every task, so there is nothing to compare.`,
    );
  return {
    models,
    wordings,
    tasks: tasks.map((task) => ({ task, rows: models.map((model) => rowOf(model, task)) })),
  };
}

/** Every arm of a grid. */
export function armsOf({ tasks }: Grid): readonly RecordedArm[] {
  return tasks.flatMap(({ rows }) => rows.flat());
}

/** The same grid with those models alone that pass at least `rate` of all their answers. */
export function passingAtLeast(grid: Grid, rate: number): Grid {
  const kept = grid.models.filter((model) => {
    const rates = armsOf(grid).flatMap((arm) => (arm.model === model ? [rateOf(arm)] : []));
    return rates.reduce((sum, each) => sum + each, 0) >= rate * rates.length;
  });
  const isKept = (row: readonly RecordedArm[]): boolean => row.every(({ model }) => kept.includes(model));
  return {
    ...grid,
    models: kept,
    tasks: grid.tasks.map(({ task, rows }) => ({ task, rows: rows.filter(isKept) })),
  };
}

// A wording that only some models were asked would leave no model that is complete.
function commonWordings(arms: readonly RecordedArm[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { wording } of arms) counts.set(wording, (counts.get(wording) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts].flatMap(([wording, count]) => (count >= most / 2 ? [wording] : [])).toSorted();
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted();
}

function nameOf({ model, task, wording }: Omit<RecordedArm, 'passed'>): string {
  return JSON.stringify([model, task, wording]);
}
