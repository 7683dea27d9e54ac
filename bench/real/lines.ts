import { meanFigure, rateFigure } from '../verdicts/figure.ts';
import type { Figure } from '../verdicts/figure.ts';
import { figureText, percent } from './figure-text.ts';
import type { CountsOf } from './play-all.ts';

/** A promise beside what was measured. */
export type Line = { readonly text: string; readonly isShort: boolean };

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
export function judgedLines(of: CountsOf): readonly Line[] {
  return columns.flatMap((column) => [
    ...blockedLines(of, column),
    ...leastFound.map((least) => foundLine(of, column, { band: least.band, bound: least[column] })),
    callsLine(of, column),
  ]);
}

type Column = (typeof columns)[number];

function blockedLines(of: CountsOf, column: Column): readonly Line[] {
  const { regressed, runs } = of(`unchanged 4 ${column}`);
  const figure = rateFigure(regressed, runs);
  const text = `${column}: unchanged runs of 4 questions blocked: ${figureText(figure, '%')}`;
  return [
    lineOf(`${text}; at most ${percent(mostBlocked)} %`, runs > 0 && figure.estimate <= mostBlocked),
    lineOf(
      `${column}: their upper 99 % limit: ${percent(figure.atMost)} %; at most ${percent(mostBlockedLimit)} %`,
      runs > 0 && figure.atMost <= mostBlockedLimit,
    ),
  ];
}

function foundLine(
  of: CountsOf,
  column: Column,
  { band, bound }: { readonly band: string; readonly bound: number },
): Line {
  const { regressed, runs } = of(`drop ${band} ${column}`);
  const figure: Figure = rateFigure(regressed, runs);
  return lineOf(
    `${column}: drops of ${band} points found: ${figureText(figure, '%')}; at least ${percent(bound)} %`,
    runs > 0 && figure.estimate >= bound,
  );
}

function callsLine(of: CountsOf, column: Column): Line {
  const { calls } = of(`unchanged arm ${column}`);
  const figure = meanFigure(calls);
  return lineOf(
    `${column}: generations of an unchanged question: ${figureText(figure, 'generations')}; at most ${mostCalls[column]}`,
    calls.count > 0 && figure.estimate <= mostCalls[column],
  );
}

function lineOf(text: string, isKept: boolean): Line {
  return { text, isShort: !isKept };
}
