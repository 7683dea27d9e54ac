import { luckyRates, starts, shownCells, shownDrops } from './experiments.ts';
import type { Figure } from './figure.ts';
import { meanFigure, rateFigure } from './figure.ts';
import { fallsShort } from './lines.ts';
import type { CountsOf, Line } from './lines.ts';

/** A promise as one line: what it says, what was measured, and whether that excludes it. */
export function lineText(line: Line): string {
  const { figure, unit, side, bound } = line;
  const shown = unit === '%' ? percent : generations;
  const limit = unit === '%' ? `${+(100 * bound).toFixed(1)} %` : `${bound}`;
  return `${fallsShort(line) ? 'SHORT' : 'ok   '} ${line.text.padEnd(68)} ${shown(figure).padEnd(24)} ${side} ${limit}`;
}

/** What the gate finds and spends if one cell of a run is damaged and the others are not; printed, not judged. */
export function shownTable(of: CountsOf): string[] {
  const rows = shownCells.flatMap((cells) =>
    starts.flatMap(({ start }) =>
      shownDrops.map((drop) => {
        const counts = of(`shown ${start} ${cells} ${drop}`);
        return [
          `${start}, ${cells} ${cells === 1 ? 'cell' : 'cells'}, drop ${drop}`.padEnd(28),
          `found ${percent(rateFigure(counts.found, counts.runs))}`.padEnd(32),
          `generations a cell: head ${generations(meanFigure(counts.head))}, all ${generations(meanFigure(counts.both))}`,
        ].join(' ');
      }),
    ),
  );
  return rows;
}

/** What confirmation saves an unchanged spec from, and what it costs a damaged one; printed, not judged. */
export function confirmationTable(of: CountsOf): string[] {
  const row = (text: string, without: string, withIt: string): string => {
    const share = (name: string): string => percent(rateFigure(of(name).blocked, of(name).runs));
    return `${text.padEnd(46)} unconfirmed ${share(without).padEnd(22)} confirmed ${share(withIt)}`;
  };
  return [
    ...luckyRates.map((rate) =>
      row(
        `stored base 20/20 by luck, unchanged at ${rate}`,
        `lucky base ${rate}, unconfirmed`,
        `lucky base ${rate}`,
      ),
    ),
    row('any base, .95 → .55', 'drop 40, unconfirmed', 'shown cached 1 40'),
  ];
}

/** Generations a cell and pull request where the stored base is paid by the pull requests of its week. */
export function fillTable(of: CountsOf): string[] {
  const cached = meanFigure(of('mix cached').both).estimate;
  const cold = meanFigure(of('mix cold').both).estimate;
  const fixed = 24;
  const saved = (spent: number): string => {
    const share = Math.round(100 * Math.abs(1 - spent / fixed));
    return `${spent.toFixed(1)} generations a cell, ${share} % ${spent > fixed ? 'more' : 'fewer'} than 12 an arm`;
  };
  return [
    ...[1, 2, 4, 10].map(
      (week) => `${String(week).padStart(2)} pull requests a week: ${saved(cached + 20 / week)}`,
    ),
    `without a stored base:  ${saved(cold)}`,
  ];
}

/** The same streams under three rules: how often an unchanged spec is blamed, and a real drop is found. */
export function rulesTable(of: CountsOf): string[] {
  const row = (text: string, name: string): string => {
    const { runs, blocked, naive, fisher, both } = of(name);
    const cell = (hits: number): string => percent(rateFigure(hits, runs)).padEnd(22);
    const spent = meanFigure(both).estimate.toFixed(1);
    return `${text.padEnd(38)} ${cell(naive)} ${cell(fisher)} ${cell(blocked)} (${spent})`;
  };
  return [
    `${''.padEnd(38)} ${'head < base of five'.padEnd(22)} ${'Fisher .05 at five'.padEnd(22)} this gate (its generations a cell)`,
    ...[0.5, 0.7, 0.8, 0.9, 0.95].map((rate) =>
      row(`unchanged, passes ${rate}: blamed`, `false blocks cached 1 ${rate}`),
    ),
    row('4 unchanged cells, .9: a run blamed', 'false blocks cached 4 0.9'),
    row('12 unchanged cells, .9: a run blamed', 'false blocks cached 12 0.9'),
    ...shownDrops.map((drop) => row(`.95, drop of ${drop} points: found`, `shown cached 1 ${drop}`)),
  ];
}

function percent({ estimate, low, high }: Figure): string {
  return `${hundredth(estimate)} % [${hundredth(low)}, ${hundredth(high)}]`;
}

function hundredth(rate: number): string {
  return (100 * rate).toFixed(rate > 0.1 ? 1 : 2);
}

function generations({ estimate, low, high }: Figure): string {
  return `${estimate.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
}
