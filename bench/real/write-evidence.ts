import { readFileSync, writeFileSync } from 'node:fs';
import { withSection } from '../../scripts/keep-generated.ts';
import type { Grid, TaskRows } from './grid.ts';
import { heatMapSvg } from './heat-map.ts';
import { rowSpreads, timesNoise } from './noise.ts';
import type { Noise } from './noise.ts';
import { rateOf } from './read-outcomes.ts';
import type { Outcomes } from './read-outcomes.ts';

const picture = 'docs/evidence.svg';

/** What a page shows between marks, by the name of the marks. */
type Sections = Readonly<Record<string, string>>;

/** Writes the figures and the picture of the evidence page, and those that the README quotes. */
export function writeEvidence(of: Shown & { readonly evidence: Sections; readonly readme: Sections }): void {
  writeSections('docs/evidence.md', of.evidence);
  writeSections('README.md', of.readme);
  writeFileSync(picture, pictureOf(of));
}

/** What is in the picture. */
type Shown = {
  readonly outcomes: Outcomes;
  /** The models that pass often enough to show what a wording does. */
  readonly grid: Grid;
  readonly noise: Noise;
  readonly seed: number;
};

function writeSections(page: string, sections: Sections): void {
  const written = Object.entries(sections).reduce(
    (text, [name, content]) => withSection(text, name, content),
    readFileSync(page, 'utf8'),
  );
  writeFileSync(page, written);
}

function pictureOf(of: Shown): string {
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
