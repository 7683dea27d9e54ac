import type { MeasuredFigure } from '../outcome.ts';
import { rateFigure } from '../verdicts/figure.ts';
import { estimated } from '../verdicts/promise.ts';
import { isDecided, isFalseGreen, isWrong, type Row } from './compare.ts';
import type { SevenOfTen } from './seven-of-ten.ts';

const leastDecided = 0.95;
const mostFalse = 0.05;

/** What the deterministic behaviours have to keep. */
export function comparedFigures(rows: readonly Row[]): readonly MeasuredFigure[] {
  const decided = rows.filter((row) => isDecided(row)).length;
  return [
    none('wrong verdicts', rows.filter((row) => isWrong(row)).length, rows.length),
    {
      ...{ what: 'decided', figure: (100 * decided) / rows.length, unit: '%', atLeast: 100 * leastDecided },
      isWithin: rows.length > 0 && decided >= leastDecided * rows.length,
    },
    none(
      'success although a test of the head fails',
      rows.filter((row) => isFalseGreen(row)).length,
      rows.length,
    ),
  ];
}

/** What a model that is right 7 times in 10 on both sides has to be spared. */
export function sevenFigures({
  runs,
  falselyRegressed,
  questions,
  words,
}: SevenOfTen): readonly MeasuredFigure[] {
  const subject = 'right 7 of 10';
  const rate = rateFigure(falselyRegressed, runs);
  return [
    {
      ...{ subject, what: 'falsely regressed runs', atMost: 100 * mostFalse, ...estimated(rate, '%') },
      isWithin: runs > 0 && rate.atLeast <= mostFalse,
    },
    ...[...words].map(([word, count]) => ({
      ...{ subject, what: `questions called ${word}` },
      ...estimated(rateFigure(count, questions), '%'),
    })),
  ];
}

function none(what: string, count: number, of: number): MeasuredFigure {
  return { what, figure: count, unit: `of ${of}`, atMost: 0, isWithin: of > 0 && count === 0 };
}
