import type { Check } from '../../src/core/blame/found-words.ts';
import { meanFigure, rateFigure, type Figure } from '../verdicts/figure.ts';
import type { MeasuredFigure } from '../outcome.ts';
import type { Line } from '../verdicts/lines.ts';
import { estimated } from '../verdicts/promise.ts';
import type { SearchCase } from './measure-search.ts';
import {
  casesEach,
  experimentWith,
  faults,
  heads,
  judgedHeads,
  largeCap,
  leastSamples,
  sizes,
  smallCap,
  starts,
} from './search-experiments.ts';
import type { SearchExperiment } from './search-experiments.ts';

/** Finds the cases of an experiment. */
export type CasesOf = (experiment: SearchExperiment) => readonly SearchCase[];

/** Every promise of the search and of its check. */
export function judgedLines(of: CasesOf): readonly Line[] {
  const drops = situations(heads);
  const searched = situations(judgedHeads);
  return [
    ...drops.map((situation) => rightLine(named(situation), of(situation))),
    ...searched.map((situation) => foundLine(named(situation), of(situation))),
    ...searched.map((situation) => samplesLine(situation, of(situation))),
    ...pairs().map(([parts, head]) => priorLine(of, experimentWith({ parts, head, prior: 'wrong' }))),
    ...pairs().flatMap(([parts, head]) => checkLines(of, { parts, head })),
  ];
}

/** Promises that searches with a planted fault must not keep. */
export function plantedLines(of: CasesOf): readonly Line[] {
  return [
    rightLine('each sample counted twice', of(faults.countsTwice)),
    samplesLine(faults.asksAnywhere, of(faults.asksAnywhere)),
    priorLine(of, faults.tooSure),
  ];
}

function situations(of: readonly number[]): readonly SearchExperiment[] {
  return starts.flatMap((start) =>
    of.flatMap((head) => sizes.map((parts) => experimentWith({ parts, head, start }))),
  );
}

function pairs(): readonly (readonly [number, number])[] {
  return judgedHeads.flatMap((head) => sizes.map((parts) => [parts, head] as const));
}

function named({ start, parts, head, fault }: SearchExperiment): string {
  const drop = `95 → ${Math.round(100 * head)}, ${parts} parts, ${start}`;
  return fault === 'none' ? drop : `${drop}, ${fault}`;
}

function rightLine(text: string, cases: readonly SearchCase[]): Line {
  const found = cases.filter(({ atLargeCap }) => atLargeCap.isFound);
  const right = found.filter(({ atLargeCap }) => atLargeCap.isRight).length;
  return {
    text: `right where 95 % is claimed, cap 60: ${text}`,
    figure: rateFigure(right, found.length),
    unit: '%',
    side: 'at least',
    bound: 0.95,
  };
}

function foundLine(text: string, cases: readonly SearchCase[]): Line {
  const found = cases.filter(({ atLargeCap }) => atLargeCap.isFound).length;
  const figure = rateFigure(found, cases.length);
  return { text: `claims a part, cap 60: ${text}`, figure, unit: '%', side: 'at least', bound: 0.9 };
}

function samplesLine(experiment: SearchExperiment, cases: readonly SearchCase[]): Line {
  const least = leastSamples(experiment.parts, experiment.head);
  const figure = meanOf(cases.map(({ atLargeCap }) => atLargeCap.samples));
  const times = (figure.estimate / least).toFixed(2);
  return {
    text: `samples, cap 60: ${named(experiment)}, ${times} × lg n / C`,
    figure,
    unit: 'generations',
    side: 'at most',
    bound: Number((2.1 * least).toFixed(1)),
  };
}

/** Samples with the worst prior against those with an even one, on the same changes. */
function priorLine(of: CasesOf, wrong: SearchExperiment): Line {
  const { parts, head } = wrong;
  const [dear, even] = [of(wrong), of(experimentWith({ parts, head, prior: 'even' }))].map((cases) =>
    cases.map(({ atLargeCap }) => atLargeCap.samples),
  );
  const figure = ratioOf(dear ?? [], even ?? []);
  const text = `samples with the worst prior against an even one: ${named(wrong)}`;
  return { text, figure, unit: '%', side: 'at most', bound: 1.3 };
}

function checkLines(of: CasesOf, at: { readonly parts: number; readonly head: number }): readonly Line[] {
  const lineOf = (habits: SearchExperiment['habits'], check: Check): Line => {
    const experiment = experimentWith({ ...at, habits });
    const checked = of(experiment).filter((each) => each.check !== null);
    const decided = checked.filter((each) => each.check !== 'undecided');
    // After smaller drops six samples of each text are often too few to say anything.
    const counted = at.head <= 0.15 ? checked : decided;
    const figure = rateFigure(counted.filter((each) => each.check === check).length, counted.length);
    const text = `check says ${check}${at.head <= 0.15 ? '' : ', where it says one'}: ${named(experiment)}`;
    return { text, figure, unit: '%', side: 'at least', bound: 0.8 };
  };
  return [
    lineOf('one-cause', 'this-part'),
    lineOf('two-needed', 'needs-another'),
    lineOf('each-enough', 'each-suffices'),
  ];
}

function meanOf(values: readonly number[]): Figure {
  return meanFigure({
    count: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    squares: values.reduce((sum, value) => sum + value * value, 0),
  });
}

// The spread of a ratio of means of paired values, by its linear part.
function ratioOf(values: readonly number[], others: readonly number[]): Figure {
  const mean = meanOf(others).estimate;
  const ratio = meanOf(values).estimate / mean;
  const { estimate, low, high, atLeast, atMost } = meanOf(
    values.map((value, index) => ratio + (value - ratio * (others[index] ?? 0)) / mean),
  );
  return { estimate, low, high, atLeast, atMost };
}

/** What is held to no bound: every search at the default cap, the smallest drop at any, and checks that decide nothing. */
export function shownFigures(of: CasesOf): readonly MeasuredFigure[] {
  const all = situations(heads);
  const small = situations(heads.filter((head) => !judgedHeads.some((judged) => judged === head)));
  return [
    { what: 'cases of each size and drop', figure: casesEach * starts.length, unit: '' },
    ...all.flatMap((situation) => endFigures(of, situation, 'atSmallCap')),
    // That its claims are right is judged.
    ...small.flatMap((situation) =>
      endFigures(of, situation, 'atLargeCap').filter(({ subject }) => subject?.startsWith('right') !== true),
    ),
    ...pairs().flatMap(([parts, head]) => checkFigures(of, { parts, head })),
  ];
}

function endFigures(
  of: CasesOf,
  situation: SearchExperiment,
  at: 'atSmallCap' | 'atLargeCap',
): readonly MeasuredFigure[] {
  const ends = of(situation).map((each) => each[at]);
  const found = ends.filter(({ isFound }) => isFound);
  const right = found.filter(({ isRight }) => isRight).length;
  const likely = ends.filter(({ isLikely }) => isLikely).length;
  const samples = meanOf(ends.map((end) => end.samples));
  const least = leastSamples(situation.parts, situation.head);
  const cap = `cap ${at === 'atSmallCap' ? smallCap : largeCap}`;
  const what = named(situation);
  const rate = (hits: number, all: number) => ({ what, ...estimated(rateFigure(hits, all), '%') });
  return [
    { subject: `claims a part, ${cap}`, ...rate(found.length, ends.length) },
    { subject: `right where 95 % is claimed, ${cap}`, ...rate(right, found.length) },
    { subject: `samples, ${cap}`, what, ...estimated(samples, 'generations') },
    { subject: `samples against lg n / C, ${cap}`, what, figure: samples.estimate / least, unit: '×' },
    { subject: `cause among what is named, ${cap}`, ...rate(likely, ends.length) },
  ];
}

function checkFigures(
  of: CasesOf,
  at: { readonly parts: number; readonly head: number },
): readonly MeasuredFigure[] {
  return (['one-cause', 'two-needed', 'each-enough'] as const).map((habits) => {
    const experiment = experimentWith({ ...at, habits });
    const checked = of(experiment).filter((each) => each.check !== null);
    const undecided = checked.filter((each) => each.check === 'undecided').length;
    return {
      ...{ subject: `check says nothing, ${habits}`, what: named(experiment) },
      ...estimated(rateFigure(undecided, checked.length), '%'),
    };
  });
}

/** All words of the check by what was planted. */
export function explanationsTable(of: CasesOf): readonly string[] {
  const words = ['this-part', 'needs-another', 'each-suffices', 'unexplained', 'undecided'] as const;
  const planted = ['one-cause', 'two-needed', 'each-enough'] as const;
  return planted.flatMap((habits) =>
    pairs().map(([parts, head]) => {
      const experiment = experimentWith({ parts, head, habits });
      const checked = of(experiment).filter(({ check }) => check !== null);
      const shares = words.map((word) => {
        const share = checked.filter(({ check }) => check === word).length / Math.max(1, checked.length);
        return `${word} ${(100 * share).toFixed(0)} %`.padEnd(20);
      });
      return `${habits.padEnd(12)} ${named(experiment).padEnd(30)} ${shares.join(' ')}`;
    }),
  );
}
