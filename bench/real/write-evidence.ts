import { readFileSync, writeFileSync } from 'node:fs';
import { withSection } from '../../scripts/keep-generated.ts';
import { tableOf } from './figure-text.ts';
import type { Grid, TaskRows } from './grid.ts';
import { heatMapSvg } from './heat-map.ts';
import { rowSpreads } from './noise.ts';
import type { Noise } from './noise.ts';
import { rateOf } from './read-outcomes.ts';
import type { Outcomes } from './read-outcomes.ts';
import { timesNoise } from './tables.ts';

const page = 'docs/evidence.md';
const picture = 'docs/pictures/evidence.svg';

/** Writes the figures and the picture of the evidence page. */
export function writeEvidence(of: {
  readonly outcomes: Outcomes;
  /** The models that pass often enough to show what a wording does. */
  readonly grid: Grid;
  readonly noise: Noise;
  readonly seed: number;
  readonly sections: Readonly<Record<string, string>>;
}): void {
  const tasks = tableOf(
    ['task', 'model × wording against noise', 'p'],
    of.noise.byTask.map(({ task, interaction }) => [
      task,
      `${timesNoise(interaction)} times`,
      interaction.p.toFixed(3),
    ]),
  );
  const text = Object.entries({ ...of.sections, tasks }).reduce(
    (written, [name, content]) => withSection(written, name, content),
    readFileSync(page, 'utf8'),
  );
  writeFileSync(page, text);
  writeFileSync(picture, pictureOf(of));
}

function pictureOf(of: {
  readonly outcomes: Outcomes;
  readonly grid: Grid;
  readonly noise: Noise;
  readonly seed: number;
}): string {
  const { task, rows } = mostTelling(of);
  const spreads = rowSpreads(rows, of.seed);
  const shown = rows
    .flatMap((arms, index) => spreads.slice(index, index + 1).map((spread) => ({ arms, spread })))
    .toSorted((one, other) => meanOf(other.arms) - meanOf(one.arms));
  const apart = shown.filter(({ spread }) => spread.spread > spread.floor + 1e-9).length;
  const answers = rows.flat().map(({ passed }) => passed.length);
  return heatMapSvg({
    title: `Task “${task}”: share of answers that pass all tests, in per cent, by model and wording`,
    wordings: of.grid.wordings,
    rows: shown,
    notes: [
      `${Math.min(...answers)} to ${Math.max(...answers)} recorded answers each of real models of 2023–25. Of ${of.grid.tasks.length} tasks this is the one in which models differ most over wordings.`,
      `◂ and bold: the wordings lie further apart than in 95 % of random deals of the model’s own answers (${apart} of ${shown.length}; noise alone: 1 in 20).`,
      `Data: github.com/${of.outcomes.source} at ${of.outcomes.commit.slice(0, 7)}, ${of.outcomes.licence}.`,
    ],
  });
}

function mostTelling({ grid, noise }: { readonly grid: Grid; readonly noise: Noise }): TaskRows {
  const ratioOf = (task: string): number => {
    const found = noise.byTask.find((each) => each.task === task)?.interaction;
    return found === undefined || found.mean === 0 ? 0 : found.observed / found.mean;
  };
  const [first] = grid.tasks.toSorted((one, other) => ratioOf(other.task) - ratioOf(one.task));
  if (first === undefined) throw new Error('There is no task to show.');
  return first;
}

function meanOf(arms: TaskRows['rows'][number]): number {
  return arms.reduce((sum, arm) => sum + rateOf(arm), 0) / arms.length;
}
