import type { JudgedCode } from '../../src/testing/runs/code-judge.ts';
import type { Measured, Planted } from './measure-runner.ts';

/** One figure beside its bound. */
export type Line = { readonly text: string; readonly isShort: boolean };

const leastNoticed = 0.75;
/** Below half of the tests a guard takes the place of the controls. */
const leastReached = 0.5;
/** One more run of the tests for each tree, and a second one for a few. */
const mostExtra = 1.5;

/** The figures of one runner. */
export function runnerLines(measured: Measured): readonly Line[] {
  const { honest, changed, noticed, passing, reached } = measured;
  const passed = honest.filter(({ outcome }) => outcome.kind === 'passed');
  const sum = (of: (judged: JudgedCode) => number): number =>
    passed.reduce((total, each) => total + of(each), 0);
  const extra = sum(({ restMs }) => restMs) / sum(({ firstMs }) => firstMs);
  const tampered = honest.filter((each) => isTampered(each)).length;
  return [
    {
      text: `honest trees called tampered: ${tampered} of ${honest.length}; at most 0`,
      isShort: honest.length === 0 || tampered > 0,
    },
    {
      text: `honest trees that passed: ${passed.length} of ${honest.length}; all`,
      isShort: passed.length < honest.length,
    },
    share('changes noticed before any is selected', [noticed, changed], leastNoticed),
    share('tests that a proved change reaches', [reached, passing], leastReached),
    {
      text: `wall time of the control of a passing tree: ${extra.toFixed(2)} of its test run (${mean(
        sum(({ firstMs }) => firstMs),
        passed.length,
      )} ms, then ${mean(
        sum(({ restMs }) => restMs),
        passed.length,
      )} ms); at most ${mostExtra}`,
      isShort: !(extra <= mostExtra),
    },
    forgerLine(measured.forgers),
  ];
}

function forgerLine(forgers: readonly Planted[]): Line {
  const caught = forgers.filter(({ judged }) => !mayCount(judged));
  const how = forgers.map(({ name, suite, judged, claimsPass }) => {
    const first = claimsPass ? 'passed at first' : 'did not pass';
    const end = isTampered(judged) ? 'tampered' : judged.outcome.kind;
    return `${name} (${suite}): ${first}, ${end}`;
  });
  return {
    text: `forgers caught: ${caught.length} of ${forgers.length}; all\n        ${how.join('\n        ')}`,
    isShort: forgers.length === 0 || caught.length < forgers.length,
  };
}

// A cell that could not be measured was not caught either.
function mayCount({ outcome }: JudgedCode): boolean {
  return outcome.kind === 'passed' || outcome.kind === 'unmeasured';
}

function isTampered({ outcome }: JudgedCode): boolean {
  return outcome.kind === 'failed' && outcome.tampered === true;
}

function share(what: string, [part, whole]: readonly [number, number], least: number): Line {
  const rate = whole === 0 ? 0 : part / whole;
  const percent = (of: number): string => `${(100 * of).toFixed(0)} %`;
  return {
    text: `${what}: ${part} of ${whole}, ${percent(rate)}; at least ${percent(least)}`,
    isShort: rate < least,
  };
}

function mean(total: number, count: number): string {
  return (total / count).toFixed(0);
}
