import { allExperiments } from '../verdicts/experiments.ts';
import { meanFigure } from '../verdicts/figure.ts';
import { measure } from '../verdicts/measure.ts';
import { percent, tableOf } from './figure-text.ts';
import type { Grid } from './grid.ts';
import { timesNoise } from './noise.ts';
import type { Noise } from './noise.ts';
import type { Counts } from './play.ts';
import type { CountsOf } from './play-all.ts';

/** What the README and the head of the evidence page say, in three sentences. */
export function summaryOf(of: {
  readonly countsOf: CountsOf;
  readonly grid: Grid;
  /** The models that pass often enough to show what a wording does. */
  readonly noise: Noise;
}): string {
  const { countsOf, grid, noise } = of;
  const share = (hits: number, { runs }: Counts): string => `**${percent(hits / runs)} %**`;
  const found = (band: string): string => {
    const counts = countsOf(`drop ${band} cached`);
    return share(counts.regressed, counts);
  };
  const unchanged = countsOf('unchanged 4 cached');
  return [
    `- At the recorded pass rates of ${grid.models.length} real models (2023–25; ${grid.tasks.length} tasks in ${grid.wordings.length} wordings each), ` +
      `a run of four models in which nothing changed is blocked in ${share(unchanged.regressed, unchanged)} of cases; ` +
      `“five against five, red if lower” blocks ${share(unchanged.naive, unchanged)}.`,
    `- Of the real rewordings that cost a model 80 percentage points of its pass rate or more this gate finds ${found('≥ 80')}, of those that cost 60 to 80 points ${found('60 to 80')}.`,
    `- Models do read wordings differently: the ${noise.models} that pass at least 30 % of the time do so **${timesNoise(noise.interaction).toFixed(1)} times** as much as noise alone would show. But of ${noise.helpOthers.observed} ` +
      `rewordings that seem to hurt one model and help another noise alone would show ${Math.round(noise.helpOthers.mean)}.`,
  ].join('\n');
}

/** Generations of a question on simulated and on real models, side by side. */
export function mixesTable(countsOf: CountsOf, seed: number): string {
  const real = (name: string): string => meanFigure(countsOf(name).calls).estimate.toFixed(1);
  const row = (text: string, column: 'cached' | 'cold'): readonly string[] => [
    text,
    simulated(`mix ${column}`, seed),
    real(`mix ${column}`),
    real(`unchanged arm ${column}`),
  ];
  return tableOf(
    [
      'generations for one spec on one model',
      'simulated models, 15 % of changes do harm',
      'real models, 15 % do harm',
      'real models, nothing changed',
    ],
    [row('nothing stored', 'cold'), row('20 stored base samples', 'cached')],
  );
}

// As `bench:verdicts` prints it.
function simulated(name: string, seed: number): string {
  const experiment = allExperiments().find((each) => each.name === name);
  if (experiment === undefined) throw new Error(`There is no experiment \`${name}\`.`);
  return meanFigure(measure(experiment, seed).both).estimate.toFixed(1);
}
