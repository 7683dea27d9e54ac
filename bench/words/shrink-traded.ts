import { coldDraw } from '../../src/core/plan/draw.ts';
import type { Answer, Outcome } from '../../src/core/shrink/answer.ts';
import { outcomeOf } from '../../src/core/shrink/answer.ts';
import { attemptOutcome, confirmingLooks, rulesOf } from '../../src/core/shrink/confirm.ts';
import type { MeasuredFigure } from '../outcome.ts';
import { drawStream } from '../verdicts/behaviour.ts';
import { rateFigure } from '../verdicts/figure.ts';
import type { Line } from '../verdicts/lines.ts';
import { randomOf, type Random } from '../verdicts/random.ts';
import { walk, type Protocol } from '../verdicts/walk.ts';

/** How often each test passes with a part and without it. */
type Trade = {
  readonly name: string;
  readonly base: readonly number[];
  readonly head: readonly number[];
};

const always = (tests: number): readonly number[] => Array.from({ length: tests }, () => 1);

/** Removals that mend one test and take 40 points from another, so that the suite does better. */
const trades: readonly Trade[] = [
  { name: 'one test .5 to 1, another 1 to .6', base: [0.5, 1], head: [1, 0.6] },
  {
    name: 'one test .1 to 1, another 1 to .6, 8 more',
    base: [0.1, 1, ...always(8)],
    head: [1, 0.6, ...always(8)],
  },
  { name: 'one test .8 to 1, another .4 to 0', base: [0.8, 0.4], head: [1, 0] },
];

/** Removals that mend a test and take nothing. */
const mends: readonly Trade[] = [
  { name: 'one test .5 to 1, 9 more', base: [0.5, ...always(9)], head: always(10) },
  { name: 'nothing changes, 10 tests', base: always(10), head: always(10) },
];

/** How an attempt is judged. */
type Rule = {
  readonly rules: Protocol['decide'];
  readonly outcomeOf: (
    answers: readonly Answer[],
    subjects: readonly { spec: string; model: string }[],
  ) => Outcome;
};

const decide = { alpha: 0.05, drop: 0.4, beta: 0.1, portable: 0.8 };
const looks = confirmingLooks([3, 5, 8, 12]);

const shipped: Rule = { rules: rulesOf(decide, 1), outcomeOf: attemptOutcome };

/** The planted fault: a drop is ruled out for the suite alone, and an improvement holds. */
const suiteAlone: Rule = { rules: { ...decide, beta: rulesOf(decide, 1).beta }, outcomeOf };

/** Runs of each trade. */
const runs = 2000;

/** How many of these runs confirm the text without the part. */
function confirmedOf(trade: Trade, rule: Rule, of: { readonly seed: number; readonly runs: number }): number {
  return Array.from({ length: of.runs }, (_, run) => isConfirmed(trade, rule, randomOf(of.seed, run))).filter(
    Boolean,
  ).length;
}

function isConfirmed({ base, head }: Trade, rule: Rule, random: Random): boolean {
  const draw = coldDraw(looks);
  const samples = draw.baseSamples.length;
  const streams = {
    base: drawStream({ sound: 1, tests: base }, samples, random),
    head: drawStream({ sound: 1, tests: head }, samples, random),
  };
  const protocol = { looks, stored: 0, confirm: 0, decide: rule.rules, seesTests: true };
  const [walked] = walk([streams], draw, protocol);
  if (walked === undefined) throw new Error('one question has one verdict');
  const subject = { spec: 'text', model: 'model' };
  const { verdict, head: tally, excludes, brokenTests } = walked.verdict;
  const answer = {
    ...subject,
    verdict,
    base: walked.verdict.base ?? tally,
    head: tally,
    excludes,
    brokenTests,
  };
  return rule.outcomeOf([{ ...answer, tests: base.length }], [subject]) === 'held';
}

/** What a confirmation promises about each test, the fault that it must not have, and how often it grants what is right. */
export function tradedLines(seed: number): {
  readonly judged: readonly Line[];
  readonly planted: readonly Line[];
  readonly shown: readonly MeasuredFigure[];
} {
  const line = (trade: Trade, rule: Rule): Line => ({
    text: `confirmed although a test lost 40 points: ${trade.name}`,
    figure: rateFigure(confirmedOf(trade, rule, { seed, runs }), runs),
    ...{ unit: '%', side: 'at most', bound: 0.05 },
  });
  const [first, second] = trades;
  return {
    judged: trades.map((trade) => line(trade, shipped)),
    planted: [first, second].flatMap((trade) => (trade === undefined ? [] : [line(trade, suiteAlone)])),
    shown: mends.map((trade) => ({
      subject: `confirmed: ${trade.name}`,
      what: 'attempts that hold',
      figure: (100 * confirmedOf(trade, shipped, { seed, runs })) / runs,
      unit: '%',
    })),
  };
}
