import { meanFigure, rateFigure } from '../verdicts/figure.ts';
import type { MeasuredFigure } from '../outcome.ts';
import { estimated } from '../verdicts/promise.ts';
import type { CountsOf } from './play-all.ts';

/** Least share of the drops of a band that is found, with stored base samples and without. */
const leastFound = [
  { band: '≥ 80', cached: 0.99, cold: 0.99 },
  { band: '60 to 80', cached: 0.88, cold: 0.83 },
] as const;

const mostBlocked = 0.01;
const mostBlockedLimit = 0.015;
const mostCalls = { cached: 7.5, cold: 14.5 } as const;
const columns = ['cached', 'cold'] as const;

/** What the gate has to keep on recorded outcomes. The figure itself is held to the bound, not only its interval. */
export function judgedFigures(of: CountsOf): readonly MeasuredFigure[] {
  return columns.flatMap((column) => [
    ...blocked(of, column),
    ...leastFound.map((least) => found(of, column, { band: least.band, bound: least[column] })),
    generations(of, column),
  ]);
}

type Column = (typeof columns)[number];

function blocked(of: CountsOf, column: Column): readonly MeasuredFigure[] {
  const { regressed, runs } = of(`unchanged 4 ${column}`);
  const figure = rateFigure(regressed, runs);
  const upper = runs === 0 ? Number.NaN : 100 * figure.atMost;
  return [
    {
      ...{ subject: 'unchanged runs of 4 questions blocked', what: column, atMost: 100 * mostBlocked },
      ...estimated(figure, '%'),
      isWithin: runs > 0 && figure.estimate <= mostBlocked,
    },
    {
      ...{ subject: 'their upper 99 % limit', what: column, atMost: 100 * mostBlockedLimit },
      ...{ figure: upper, unit: '%' },
    },
  ];
}

function found(
  of: CountsOf,
  column: Column,
  { band, bound }: { readonly band: string; readonly bound: number },
): MeasuredFigure {
  const { regressed, runs } = of(`drop ${band} ${column}`);
  const figure = rateFigure(regressed, runs);
  return {
    ...{ subject: `drops of ${band} points found`, what: column, atLeast: 100 * bound },
    ...estimated(figure, '%'),
    isWithin: runs > 0 && figure.estimate >= bound,
  };
}

function generations(of: CountsOf, column: Column): MeasuredFigure {
  const { calls } = of(`unchanged arm ${column}`);
  const figure = meanFigure(calls);
  return {
    ...{ subject: 'generations of an unchanged question', what: column, atMost: mostCalls[column] },
    ...estimated(figure, 'generations'),
    isWithin: calls.count > 0 && figure.estimate <= mostCalls[column],
  };
}
