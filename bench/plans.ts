// Why the cold plan is the one that it is: exact figures of three plans at the levels of one, two, four and twelve questions.
import { decisionChance } from '../src/core/statistics/decision-chance.ts';
import { noDropEvidence } from '../src/core/statistics/evidence.ts';
import { futileBelow } from '../src/core/statistics/futility.ts';
import { dropThreshold, falseAlarmRate, missRate, noDropThreshold } from '../src/core/statistics/gate.ts';
import { tabulate } from '../src/core/statistics/hit-probability.ts';
import { coldPlan, withoutShort } from '../src/core/statistics/sampling-plan.ts';
import type { Look, Passes, SamplingPlan } from '../src/core/statistics/sampling-plan.ts';
import { startOutcome } from './outcome.ts';
import type { MeasuredFigure } from './outcome.ts';
import { endsOf, type Ends } from './verdicts/exact.ts';

const rules = { alpha: 0.05, drop: 0.4, beta: 0.1 };
const shipped = coldPlan([3, 5, 8, 12]);
const plans: Readonly<Record<string, SamplingPlan>> = {
  'even looks': withoutShort(shipped),
  '(3,3) (3,5) (8,8) (12,12)': [
    { base: 3, head: 3 },
    { base: 3, head: 5 },
    { base: 8, head: 8 },
    { base: 12, head: 12 },
  ],
  'short look (shipped)': shipped,
};

function walked(plan: SamplingPlan, level: number): (base: number, head: number) => Ends {
  const ends = (index: number, suite: Passes): boolean => {
    if (index === 0 || index === plan.length - 1 || plan[index]?.short === true) return false;
    return decisionChance({ plan, index, suite, tests: [] }, rules) < futileBelow;
  };
  const follow = endsOf({ plan, level, alone: rules.alpha / 2, rulesOut: rules, ends });
  return (base, head) => follow({ base, head });
}

function wrongHolds(plan: SamplingPlan): number {
  const table = tabulate(plan, (passes, look) => noDropEvidence(passes, plan[look] ?? none, rules.drop));
  const threshold = noDropThreshold(plan, rules.drop, rules.beta);
  return missRate({ plan, table, threshold }, rules.drop);
}

const none: Look = { base: 0, head: 0 };
const drops: readonly (readonly [number, number])[] = [
  [0.95, 0.55],
  [0.95, 0.35],
  [0.95, 0.15],
  [1, 0],
];
const unchanged = [1, 0.95, 0.8, 0.1, 0] as const;
const ratesText = (rates: readonly number[]): string =>
  rates.map((rate) => String(rate).replace(/^0\./, '.')).join('→');

console.log(`exact; suite alone, cold, drop of 40 points; a stop without a claim below ${futileBelow}`);
const outcome = startOutcome({ name: 'plans', command: 'npm run bench:plans' });
for (const questions of [1, 2, 4, 12])
  for (const [name, plan] of Object.entries(plans)) {
    const level = rules.alpha / 2 / questions;
    const threshold = dropThreshold(plan, level);
    const at = walked(plan, level);
    const subject = `${questions} ${questions === 1 ? 'question' : 'questions'}, ${name}`;
    const percent = (what: string, rate: number): MeasuredFigure => ({
      ...{ subject, what, figure: 100 * rate, unit: '%' },
    });
    outcome.add(
      { subject, what: 'c*', figure: threshold, unit: '' },
      percent('size', falseAlarmRate(plan, threshold)),
      percent('wrong held', wrongHolds(plan)),
      ...drops.map(([base, head]) => percent(`found ${ratesText([base, head])}`, at(base, head).drop)),
      ...unchanged.map((rate) => ({
        ...{ subject, what: `generations at ${ratesText([rate, rate])}` },
        ...{ figure: at(rate, rate).samples, unit: 'generations' },
      })),
      percent('held at .8', at(0.8, 0.8).held),
    );
  }
for (const [base, head] of [
  [0.95, 0.75],
  [0.8, 0.6],
] as const)
  outcome.add({
    subject: 'samples a side of one fixed comparison at .05, to find it four times in five',
    ...{ what: ratesText([base, head]), figure: fixedSamples(base, head), unit: 'samples' },
  });
outcome.end();

function fixedSamples(base: number, head: number): number {
  const level = rules.alpha;
  for (let samples = 1; ; samples += 1) {
    const plan = [{ base: samples, head: samples }];
    const ends = endsOf({ plan, level, alone: level, rulesOut: null, ends: () => false });
    if (ends({ base, head }).drop >= 0.8) return samples;
  }
}
