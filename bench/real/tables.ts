import { meanFigure, rateFigure } from '../verdicts/figure.ts';
import { columns, plantings, runSizes } from './experiments.ts';
import { figureText, tableOf } from './figure-text.ts';
import { timesNoise } from './noise.ts';
import type { BesideNoise, Noise } from './noise.ts';
import type { Counts } from './play.ts';
import type { CountsOf } from './play-all.ts';
import { bands } from './situations.ts';

/** What this gate and two common rules say at the recorded pass rates. */
export function ratesTable(of: CountsOf): string {
  const rows = situations.map(({ name, text }) => {
    const [cached, cold] = [of(`${name} cached`), of(`${name} cold`)];
    return [text, ...[cached, cold].map(regressed), rate(cached.naive, cached), rate(cached.fisher, cached)];
  });
  return tableOf(
    ['at the recorded pass rates', ...gate, ...commonRules],
    [
      ...rows,
      ['generations of an unchanged question', ...unchangedCalls(of, ['cached', 'cold']), '10', '10'],
    ],
  );
}

/** The same on the recorded answers themselves. */
export function recordedTable(of: CountsOf): string {
  const rows = situations.map(({ name, text }) => {
    const counts = of(`${name} recorded`);
    return [text, regressed(counts), rate(counts.naive, counts), rate(counts.fisher, counts)];
  });
  return tableOf(
    ['on the recorded answers, five a side', 'this gate', ...commonRules],
    [...rows, ['generations of an unchanged question', ...unchangedCalls(of, ['recorded']), '10', '10']],
  );
}

/** What was said of a drop, other than that it is one. */
export function dropsTable(of: CountsOf): string {
  return tableOf(
    ['drop in points', 'drawn', 'found', 'called held', 'called improved'],
    bands.flatMap(({ name }) =>
      columns.map((column) => {
        const counts = of(`drop ${name} ${column}`);
        const { held, improved } = counts;
        return [
          `${name}, ${column}`,
          `${counts.runs}`,
          regressed(counts),
          rate(held, counts),
          rate(improved, counts),
        ];
      }),
    ),
  );
}

/** What the questions cost, with tests made up for the suites that never pass. */
export function callsTable(of: CountsOf): string {
  const row = (text: string, name: string): readonly string[] => [
    text,
    ...(['cached', 'cold'] as const).map((column) => calls(of(`${name} ${column}`))),
  ];
  return tableOf(
    ['generations of one question', ...gate],
    [
      row('recorded arms, unchanged; the suite alone', 'unchanged arm'),
      ...plantings.map((planting) => row(plantedTexts[planting], planting)),
      row('mix: 15 % drop by 40 points or more, the others are unchanged', 'mix'),
    ],
  );
}

/** What rewording does, beside what it seems to do where no wording matters. */
export function noiseTable(noises: readonly Noise[]): string {
  return tableOf(
    [
      'models',
      'rewordings',
      'hurt a model by ≥ 40 points',
      'and help another by ≥ 20',
      'model × wording against noise',
    ],
    noises.map(({ models, rewordings, hurt, helpOthers, interaction }) => [
      `${models}`,
      `${rewordings}`,
      besideText(hurt),
      besideText(helpOthers),
      `${timesNoise(interaction).toFixed(1)} times, p = ${interaction.p.toFixed(3)}`,
    ]),
  );
}

/** The tasks by how much models differ over their wordings. */
export function tasksTable({ byTask }: Noise): string {
  const rows = byTask.toSorted((one, other) => timesNoise(other.interaction) - timesNoise(one.interaction));
  return tableOf(
    ['task', 'model × wording against noise', 'p'],
    rows.map(({ task, interaction }) => [
      task,
      `${timesNoise(interaction).toFixed(1)} times`,
      interaction.p.toFixed(3),
    ]),
  );
}

const gate = ['this gate, 20 stored base samples', 'this gate, nothing stored'];
const commonRules = ['head passes less often than base, 5 a side', "Fisher's test at .05, 5 a side"];

const plantedTexts = {
  'same-tests-fail': 'the same, but where no suite passes 8 of its 10 tests do, always the same',
  'other-tests-fail': 'the same, but where no suite passes 8 of its 10 tests do, other ones each time',
} as const;

const situations = [
  ...runSizes.map((size) => ({
    name: `unchanged ${size}`,
    text:
      size === 1 ? 'nothing changed: question blamed' : `nothing changed: run of ${size} questions blamed`,
  })),
  ...bands.map(({ name }) => ({ name: `drop ${name}`, text: `drop of ${name} points: found` })),
];

function regressed(counts: Counts): string {
  return rate(counts.regressed, counts);
}

function rate(hits: number, { runs }: Counts): string {
  return runs === 0 ? '–' : figureText(rateFigure(hits, runs), '%');
}

function unchangedCalls(of: CountsOf, shown: readonly string[]): readonly string[] {
  return shown.map((column) => calls(of(`unchanged arm ${column}`)));
}

function calls({ calls: sums }: Counts): string {
  return sums.count === 0 ? '–' : figureText(meanFigure(sums), 'generations');
}

function besideText({ observed, mean, low, high }: BesideNoise): string {
  return `${observed}; noise alone ${mean.toFixed(1)} [${low}, ${high}]`;
}
