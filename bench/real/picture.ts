import type { Grid, TaskRows } from './grid.ts';
import { heatMapSvg } from './heat-map.ts';
import { rowSpreads, timesNoise } from './noise.ts';
import type { Noise } from './noise.ts';
import { rateOf } from './read-outcomes.ts';
import type { Outcomes } from './read-outcomes.ts';

/** What is in the picture. */
export type Pictured = {
  readonly outcomes: Outcomes;
  /** The models that pass often enough to show what a wording does. */
  readonly grid: Grid;
  readonly noise: Noise;
  readonly seed: number;
};

/** The task in which the models differ most over the wordings, as SVG. */
export function pictureOf(of: Pictured): string {
  const { task, rows } = mostTelling(of);
  const spreads = rowSpreads(rows, of.seed);
  const shown = rows
    .flatMap((arms, index) => spreads.slice(index, index + 1).map((spread) => ({ arms, spread })))
    .toSorted((one, other) => meanOf(other.arms) - meanOf(one.arms));
  const apart = shown.filter(({ spread }) => spread.spread > spread.floor + 1e-9).length;
  const answers = rows.flat().map(({ passed }) => passed.length);
  const [fewest, most] = [Math.min(...answers), Math.max(...answers)];
  return heatMapSvg({
    title: `Task “${task}”: share of answers that pass all tests, in per cent, by model and wording`,
    wordings: of.grid.wordings,
    rows: shown,
    notes: [
      `${fewest === most ? most : `${fewest} to ${most}`} recorded answers each of real models of 2023–25. Of ${of.grid.tasks.length} tasks this is the one in which models differ most over wordings.`,
      `◂ and bold: the wordings lie further apart than in 95 % of random deals of the model’s own answers (${apart} of ${shown.length}; noise alone: 1 in 20).`,
      `Data: github.com/${of.outcomes.source} at ${of.outcomes.commit.slice(0, 7)}, ${of.outcomes.licence}.`,
    ],
  });
}

function mostTelling({ grid, noise }: { readonly grid: Grid; readonly noise: Noise }): TaskRows {
  const timesOf = (task: string): number => {
    const found = noise.byTask.find((each) => each.task === task);
    return found === undefined ? 0 : timesNoise(found.interaction);
  };
  const [first] = grid.tasks.toSorted((one, other) => timesOf(other.task) - timesOf(one.task));
  if (first === undefined) throw new Error('There is no task to show.');
  return first;
}

function meanOf(arms: TaskRows['rows'][number]): number {
  return arms.reduce((sum, arm) => sum + rateOf(arm), 0) / arms.length;
}
