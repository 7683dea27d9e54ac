import type { MeasuredFigure } from '../outcome.ts';
import { luckyRates, shownCells, shownDrops, starts } from './experiments.ts';
import { meanFigure, rateFigure } from './figure.ts';
import type { CountsOf } from './lines.ts';
import { estimated } from './promise.ts';

/** Figures that documents quote and that nothing is promised of. */
export function shownFigures(of: CountsOf): readonly MeasuredFigure[] {
  return [...oneDamaged(of), ...confirmation(of), ...costs(of), ...rules(of)];
}

/** What the gate finds and spends if one cell of a run loses one test and the others are unchanged at .95. */
function oneDamaged(of: CountsOf): readonly MeasuredFigure[] {
  return starts.flatMap(({ start }) =>
    shownCells.flatMap((cells) =>
      shownDrops.flatMap((drop) => {
        const { found, runs, both } = of(`shown ${start} ${cells} ${drop}`);
        const subject = `one damaged cell of ${cells}, ${start}, drop of ${drop} points`;
        const id = `shown.${start}.${cells}.${drop}`;
        return [
          { subject, what: 'found', id: `${id}.found`, ...estimated(rateFigure(found, runs), '%') },
          {
            ...{ subject, what: 'generations a cell', id: `${id}.generations` },
            ...estimated(meanFigure(both), 'generations'),
          },
        ];
      }),
    ),
  );
}

/** What confirmation saves an unchanged spec from, and what it costs a damaged one. */
function confirmation(of: CountsOf): readonly MeasuredFigure[] {
  const pair = (subject: string, id: string, names: readonly [string, string]): readonly MeasuredFigure[] =>
    (['without', 'with'] as const).map((which, index) => {
      const { blocked, runs } = of(names[index] ?? '');
      return {
        ...{ subject, what: `blocked ${which} confirmation`, id: `confirmation.${id}.${which}` },
        ...estimated(rateFigure(blocked, runs), '%'),
      };
    });
  return [
    ...luckyRates.flatMap((rate) =>
      pair(`stored base 20/20 by luck, unchanged at ${rate}`, `lucky-${rate}`, [
        `lucky base ${rate}, unconfirmed`,
        `lucky base ${rate}`,
      ]),
    ),
    ...pair('any base, .95 → .55', 'drop-40', ['drop 40, unconfirmed', 'shown cached 1 40']),
  ];
}

/** Generations of a question on the mix of changes. */
function costs(of: CountsOf): readonly MeasuredFigure[] {
  return starts.map(({ start }) => ({
    ...{ subject: 'generations of a question on the mix', what: start, id: `mix.${start}` },
    ...estimated(meanFigure(of(`mix ${start}`).both), 'generations'),
  }));
}

/** The same streams under three rules: how often an unchanged spec is blamed, and a real drop is found. */
function rules(of: CountsOf): readonly MeasuredFigure[] {
  const row = (subject: string, id: string, name: string): readonly MeasuredFigure[] => {
    const { runs, blocked, naive, fisher, both } = of(name);
    const rate = (what: string, rule: string, hits: number): MeasuredFigure => ({
      ...{ subject, what, id: `rules.${id}.${rule}` },
      ...estimated(rateFigure(hits, runs), '%'),
    });
    return [
      rate('head < base of five', 'naive', naive),
      rate('Fisher .05 at five', 'fisher', fisher),
      rate('this gate', 'gate', blocked),
      {
        ...{ subject, what: 'its generations a cell', id: `rules.${id}.generations` },
        ...estimated(meanFigure(both), 'generations'),
      },
    ];
  };
  return [
    ...[0.5, 0.7, 0.8, 0.9, 0.95].flatMap((rate) =>
      row(`unchanged, passes ${rate}: blamed`, `unchanged-${rate}`, `false blocks cached 1 ${rate}`),
    ),
    ...row('4 unchanged cells, .9: a run blamed', 'unchanged-0.9-4', 'false blocks cached 4 0.9'),
    ...row('12 unchanged cells, .9: a run blamed', 'unchanged-0.9-12', 'false blocks cached 12 0.9'),
    ...shownDrops.flatMap((drop) =>
      row(`.95, drop of ${drop} points: found`, `drop-${drop}`, `shown cached 1 ${drop}`),
    ),
  ];
}
