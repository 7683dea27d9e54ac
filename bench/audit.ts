// The nightly audit with random outcomes in place of models: the real chart, gate and recovery over sixty nights.
import { brokenModel, measure } from './audit/experiments.ts';
import type { Counts, Experiment } from './audit/experiments.ts';
import { rateFigure } from './verdicts/figure.ts';
import type { Figure } from './verdicts/figure.ts';
import { readSeed } from './verdicts/read-seed.ts';

const falseIssues = 0.05;
const foundInTime = 0.99;
const oneIssue = 0.95;

const rates = [0.8, 0.85, 0.9, 0.95, 1, 'mixed'] as const;
const sizes = [
  { specs: 5, models: 2, runs: 1000, within: 3 },
  { specs: 200, models: 5, runs: 120, within: 6 },
] as const;

function experiments(of: { readonly isOnlyOne?: boolean; readonly family?: 'one' }): Experiment[] {
  return sizes.flatMap(({ specs, models, runs, within }) =>
    rates.map((rate) => ({
      text: `${String(specs * models).padStart(4)} series, pass rate ${rate}`,
      scenario: brokenModel({ specs, models, rate, ...of }),
      runs,
      within,
    })),
  );
}

type Line = { readonly text: string; readonly isShort: boolean };

function lines(experiment: Experiment, counts: Counts): Line[] {
  const { text, within } = experiment;
  const clean = counts.runs - counts.early;
  const early = rateFigure(counts.early, counts.runs);
  const found = rateFigure(counts.found, clean);
  const one = rateFigure(counts.oneIssue, clean);
  return [
    line(`${text}: an issue before anything broke`, early, {
      isShort: early.atLeast > falseIssues,
      bound: `at most ${100 * falseIssues} %`,
    }),
    line(`${text}: break found within ${within} nights (latest ${counts.latest})`, found, {
      isShort: found.atMost < foundInTime,
      bound: `at least ${100 * foundInTime} %`,
    }),
    line(`${text}: one issue, closed (after ${counts.toClose} nights)`, one, {
      isShort: one.atMost < oneIssue,
      bound: `at least ${100 * oneIssue} %`,
    }),
  ];
}

function line(text: string, figure: Figure, of: { readonly isShort: boolean; readonly bound: string }): Line {
  const shown = `${percent(figure.estimate)} % [${percent(figure.low)}, ${percent(figure.high)}]`;
  return {
    text: `${of.isShort ? 'SHORT' : 'ok   '} ${text.padEnd(76)} ${shown.padEnd(22)} ${of.bound}`,
    isShort: of.isShort,
  };
}

function percent(rate: number): string {
  return (100 * rate).toFixed(1);
}

function print(title: string, shown: readonly string[]): void {
  console.log(`\n${title}\n${shown.join('\n')}`);
}

const seed = readSeed(process.argv.slice(2));
const start = performance.now();
console.log(`seed ${seed}; figure [95 % interval]; SHORT: the one-sided 99 % interval excludes the bound`);
console.log('3 samples a series and night; one model passes nothing from night 20 to 29');

const measured = experiments({}).map((experiment) => ({ experiment, counts: measure(experiment, seed) }));
const judged = measured.flatMap(({ experiment, counts }) => lines(experiment, counts));
print(
  'Judged',
  judged.map(({ text }) => text),
);
print(
  'What the gate takes besides the nightly samples, in 60 nights',
  measured.map(
    ({ experiment, counts }) =>
      `      ${experiment.text.padEnd(34)} ${counts.alarms.toFixed(1)} alarms, ${counts.extra.toFixed(0)} generations`,
  ),
);

// A gate with undivided alpha selects lucky anchors; the bench must catch it opening issues without reason.
const planted = experiments({ family: 'one' })
  .filter(({ scenario }) => scenario.specs === 200 && scenario.rateOf(0) < 0.9)
  .flatMap((experiment) => lines(experiment, measure(experiment, seed)).slice(0, 1));
print(
  'Planted fault, which must fall short: alpha is not divided by the series',
  planted.map(({ text }) => text),
);

const alone = experiments({ isOnlyOne: true }).flatMap((experiment) =>
  lines(experiment, measure(experiment, seed)).slice(1, 2),
);
print(
  'Printed, not judged: one series alone breaks',
  alone.map(({ text }) => text.slice(6)),
);

const short = judged.filter(({ isShort }) => isShort).length;
const survived = planted.every(({ isShort }) => !isShort) ? 1 : 0;
print('Done', [
  `${judged.length - short} of ${judged.length} promises kept, ${1 - survived} of 1 planted faults found, ` +
    `${((performance.now() - start) / 1000).toFixed(0)} s`,
]);
if (short > 0 || survived > 0) process.exitCode = 1;
