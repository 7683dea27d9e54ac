import { rateFigure, type Figure } from '../verdicts/figure.ts';
import { isDecided, isFalseGreen, isWrong, type Row } from './compare.ts';
import type { SevenOfTen } from './seven-of-ten.ts';

/** One promise beside what was measured. */
export type Line = { readonly text: string; readonly isShort: boolean };

const leastDecided = 0.95;
const mostFalse = 0.05;

/** What the deterministic behaviours have to keep. */
export function comparedLines(rows: readonly Row[]): readonly Line[] {
  const decided = rows.filter((row) => isDecided(row)).length;
  return [
    none('wrong verdicts', rows.filter((row) => isWrong(row)).length, rows.length),
    {
      text: `decided: ${decided} of ${rows.length}, ${percent(decided / rows.length)} %; at least ${percent(leastDecided)} %`,
      isShort: rows.length === 0 || decided < leastDecided * rows.length,
    },
    none(
      'success although a test of the head fails',
      rows.filter((row) => isFalseGreen(row)).length,
      rows.length,
    ),
  ];
}

/** What a model that is right 7 times in 10 on both sides has to be spared. */
export function sevenLines({ runs, falselyRegressed, questions, words }: SevenOfTen): readonly Line[] {
  const rate = rateFigure(falselyRegressed, runs);
  const open = words.get('inconclusive') ?? 0;
  const each = [...words].map(([word, count]) => `${word} ${percent(count / questions)} %`).join(', ');
  return [
    {
      text: `right 7 of 10: falsely regressed in ${falselyRegressed} of ${runs} runs, ${figureText(rate)}; at most ${percent(mostFalse)} %`,
      isShort: runs === 0 || rate.atLeast > mostFalse,
    },
    {
      text: `right 7 of 10: decided ${figureText(rateFigure(questions - open, questions))} of ${questions} questions (${each}); not judged`,
      isShort: false,
    },
  ];
}

function none(what: string, count: number, of: number): Line {
  return { text: `${what}: ${count} of ${of}; at most 0`, isShort: of === 0 || count > 0 };
}

function figureText({ estimate, low, high }: Figure): string {
  return `${percent(estimate)} % [${percent(low)}, ${percent(high)}]`;
}

function percent(rate: number): string {
  return (100 * rate).toFixed(1);
}
