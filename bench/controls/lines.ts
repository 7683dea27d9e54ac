import type { JudgedCode } from '../../src/testing/runs/code-judge.ts';
import type { MeasuredFigure } from '../outcome.ts';
import type { Measured } from './measure-runner.ts';

const leastNoticed = 0.75;
/** Below half of the tests a guard takes the place of the controls. */
const leastReached = 0.5;
/** One more run of the tests for each tree, and a second one for a few. */
const mostExtra = 1.5;

/** The figures of one runner. */
export function runnerFigures(measured: Measured): readonly MeasuredFigure[] {
  const { runner, honest, changed, noticed, passing, reached, forgers } = measured;
  const passed = honest.filter(({ outcome }) => outcome.kind === 'passed');
  const sum = (of: (judged: JudgedCode) => number): number =>
    passed.reduce((total, each) => total + of(each), 0);
  const [first, rest] = [sum(({ firstMs }) => firstMs), sum(({ restMs }) => restMs)];
  const figures: readonly MeasuredFigure[] = [
    {
      ...{ what: `honest trees called tampered, of ${honest.length}`, id: 'tampered' },
      ...{ figure: honest.filter((each) => isTampered(each)).length, unit: 'trees', atMost: 0 },
      ...(honest.length === 0 ? { isWithin: false } : {}),
    },
    all('honest trees that passed', 'passed', [passed.length, honest.length]),
    share('changes noticed before any is selected', [noticed, changed], leastNoticed),
    share('tests that a proved change reaches', [reached, passing], leastReached),
    {
      what: 'wall time of the control of a passing tree, in that of its test run',
      ...{ figure: rest / first, unit: '×', atMost: mostExtra },
    },
    { what: 'test run of a passing tree', figure: first / passed.length, unit: 'ms' },
    all('forgers caught', 'caught', [
      forgers.filter(({ judged }) => !mayCount(judged)).length,
      forgers.length,
    ]),
  ];
  return figures.map((figure) => ({
    ...figure,
    subject: runner,
    ...(figure.id === undefined ? {} : { id: `${runner}-${figure.id}` }),
  }));
}

/** How each forger was caught, or was not. */
export function forgersText({ forgers }: Measured): string {
  return forgers
    .map(({ name, suite, judged, claimsPass }) => {
      const first = claimsPass ? 'passed at first' : 'did not pass';
      const end = isTampered(judged) ? 'tampered' : judged.outcome.kind;
      return `        ${name} (${suite}): ${first}, ${end}`;
    })
    .join('\n');
}

// A cell that could not be measured was not caught either.
function mayCount({ outcome }: JudgedCode): boolean {
  return outcome.kind === 'passed' || outcome.kind === 'unmeasured';
}

function isTampered({ outcome }: JudgedCode): boolean {
  return outcome.kind === 'failed' && outcome.tampered === true;
}

function all(what: string, id: string, [part, whole]: readonly [number, number]): MeasuredFigure {
  const isWithin = whole > 0 && part === whole;
  return { what, id, figure: part, unit: `of ${whole}`, atLeast: whole, isWithin };
}

function share(what: string, [part, whole]: readonly [number, number], least: number): MeasuredFigure {
  const figure = whole === 0 ? 0 : (100 * part) / whole;
  return { what, figure, unit: '%', atLeast: 100 * least };
}
