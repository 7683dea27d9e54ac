import { judgedCells, passRates, starts, unconfirmed } from './experiments.ts';
import { exactFigure, meanFigure, rateFigure } from './figure.ts';
import type { Figure } from './figure.ts';
import {
  followedPlans,
  lostAtFirstLook,
  lostBySuite,
  lostByTest,
  lostToDeadBase,
  type Lost,
} from './lost-power.ts';
import type { Counts } from './measure.ts';

/** One promise with the figure that it is compared with. */
export type Line = {
  readonly text: string;
  readonly figure: Figure;
  readonly unit: '%' | 'generations';
  readonly side: 'at most' | 'at least';
  readonly bound: number;
};

/** Finds the counts of an experiment by its name. */
export type CountsOf = (name: string) => Counts;

/** Whether the one-sided 99 % interval excludes the bound. */
export function fallsShort({ figure, side, bound }: Line): boolean {
  return side === 'at most' ? figure.atLeast > bound : figure.atMost < bound;
}

/** Every promise of the gate. */
export function judgedLines(of: CountsOf): Line[] {
  return [
    ...falseBlockLines(of),
    ...wrongHoldLines(of),
    ...suiteAloneLines(of),
    ...twoEndpointLines(of),
    ...lostPowerLines(),
  ];
}

/** Promises an engine with a planted fault must not keep. */
export function plantedLines(of: CountsOf): Line[] {
  return [
    falseBlockLine('alpha .15 instead of .05, cached, 1 cell, pass rate .5', of('planted: alpha .15')),
    brokenTestLine('the engine without the per-test endpoint', of('planted: no tests')),
    lostLine('ending at the first look where nothing passed, cold', lostAtFirstLook(), 0.01),
  ];
}

function falseBlockLines(of: CountsOf): Line[] {
  const shown = judgedCells.flatMap((cells) => starts.map(({ start }) => ({ start, cells })));
  return [...shown, unconfirmed].flatMap(({ start, cells }) =>
    passRates.map((rate) => {
      const text = `${start}, ${cells} ${cells === 1 ? 'cell' : 'cells'}, pass rate ${rate}`;
      return falseBlockLine(text, of(`false blocks ${start} ${cells} ${rate}`));
    }),
  );
}

function falseBlockLine(text: string, { blocked, runs }: Counts): Line {
  const figure = rateFigure(blocked, runs);
  return { text: `false blocks: ${text}`, figure, unit: '%', side: 'at most', bound: 0.05 };
}

function wrongHoldLines(of: CountsOf): Line[] {
  return passRates.flatMap((rate) =>
    starts.map(({ start }): Line => {
      const { held, runs } = of(`wrong holds ${start} ${rate}`);
      const text = `wrong held ≥ 40 points: ${start}, ${rate} → ${(rate - 0.4).toFixed(2)}`;
      return { text, figure: rateFigure(held, runs), unit: '%', side: 'at most', bound: 0.1 };
    }),
  );
}

function suiteAloneLines(of: CountsOf): Line[] {
  const power = of('power of the suite alone');
  return [
    {
      text: 'suite alone, cached: finds .95 → .55 (exact 76.4)',
      figure: rateFigure(power.found, power.runs),
      unit: '%',
      side: 'at least',
      bound: 0.74,
    },
    generations(
      'suite alone, cached: head generations on the mix',
      of('mix of the suite alone, cached').head,
      5.8,
    ),
    generations('suite alone, cold: generations on the mix', of('mix of the suite alone, cold').both, 11.8),
  ];
}

function twoEndpointLines(of: CountsOf): Line[] {
  const alone = of('one of 30 broken, suite alone');
  return [
    generations('30 tests always right: head generations', of('30 tests always right').head, 5.1),
    generations('30 tests at .99: head generations', of('30 tests at .99').head, 8.7),
    brokenTestLine('both endpoints', of('one of 30 broken')),
    {
      text: 'one of 30 tests .95 → .25: found by the suite alone',
      figure: rateFigure(alone.found, alone.runs),
      unit: '%',
      side: 'at most',
      bound: 0.1,
    },
    ...[0.05, 0.2, 0.35].flatMap((rate) =>
      starts.map(({ start }): Line => {
        const { weak, weakHeld } = of(`weak base ${start} ${rate}`);
        const text = `base seen below 40 % called held: ${start}, pass rate ${rate}, ${weak} such runs`;
        return { text, figure: rateFigure(weakHeld, weak), unit: '%', side: 'at most', bound: 0 };
      }),
    ),
  ];
}

function brokenTestLine(by: string, { found, runs }: Counts): Line {
  const text = `one of 30 tests .95 → .25: found by ${by}`;
  return { text, figure: rateFigure(found, runs), unit: '%', side: 'at least', bound: 0.78 };
}

function generations(text: string, sums: Counts['head'], bound: number): Line {
  return { text, figure: meanFigure(sums), unit: 'generations', side: 'at most', bound };
}

// Computed and not simulated: every way through the looks is followed.
function lostPowerLines(): Line[] {
  const named = (stored: number): string => (stored === 0 ? 'cold' : `${stored} stored`);
  return [
    ...followedPlans.map((stored) => lostLine(`the suite, ${named(stored)}`, lostBySuite(stored), 0.01)),
    ...followedPlans.map((stored) => lostLine(`one test, ${named(stored)}`, lostByTest(stored), 0.01)),
    ...followedPlans
      .filter((stored) => stored >= 20 && stored < 40)
      .map((stored) =>
        lostLine(`improved, a base that never passed, ${named(stored)}`, lostToDeadBase(stored), 0.06),
      ),
  ];
}

function lostLine(what: string, { points, base, head }: Lost, bound: number): Line {
  const text = `power lost to futility (exact): ${what}, at ${base} → ${head}`;
  return { text, figure: exactFigure(points), unit: '%', side: 'at most', bound };
}
