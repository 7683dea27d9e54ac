import { dropEvidence } from '../statistics/evidence.ts';
import { falseAlarmRate } from '../statistics/gate.ts';
import { roundedDown, storedSteps } from '../statistics/sampling-plan.ts';
import type { Look } from '../statistics/sampling-plan.ts';
import { looksTaken } from '../verdict/examine.ts';
import type { PartSamples } from './part-samples.ts';

/** What the samples of a text that lacks parts are compared with. */
export type Reference = {
  /** Those of the missing parts that no text of the reference lacks: what is noticed is that they are missing. */
  readonly blamed: readonly string[];
  /** The p-value of a test that passed in these samples, at all looks that were taken. */
  readonly pOf: (test: string, passed: readonly boolean[]) => number;
};

/**
 * Compares a text twice: with the nearest text of its spec and model that lacks fewer of the same parts, which is the full
 * text if none was measured; and with that and all others that lack the same and nothing that is blamed. Most tests pass on
 * most of these, so together they say more about a test than a few samples of one; where some of them lack what the
 * test needs, the nearest one says more.
 */
export function referenceOf(each: PartSamples, among: readonly PartSamples[]): Reference {
  const own = new Set(each.removed);
  const beside = among.filter(({ spec, model }) => spec === each.spec && model === each.model);
  const [nearest] = beside
    .filter(({ removed }) => removed.length < own.size && removed.every((id) => own.has(id)))
    .toSorted((one, other) => other.removed.length - one.removed.length);
  const lacking = nearest?.removed ?? [];
  const blamed = each.removed.filter((id) => !lacking.includes(id));
  const others = beside.filter(
    ({ removed }) =>
      lacking.every((id) => removed.includes(id)) && !blamed.some((id) => removed.includes(id)),
  );
  const near = nearest === undefined ? fullSamples(beside) : passedWithout(nearest);
  const more = others.filter((other) => other !== nearest).flatMap((other) => passedWithout(other));
  const comparisons = [near, ...(more.length === 0 ? [] : [[...near, ...more]])].map((reference) =>
    comparedWith(reference.slice(0, roundedDown(Math.min(reference.length, mostSamples))), headLooks(each)),
  );
  return {
    blamed,
    // Bonferroni: of two comparisons either may be the one that shows it.
    pOf: (test, passed) =>
      Math.min(1, comparisons.length * Math.min(...comparisons.map((pOf) => pOf(test, passed)))),
  };
}

const mostSamples = Math.max(...storedSteps);

function headLooks({ looks }: PartSamples): readonly number[] {
  return [...new Set(looks.map(({ head }) => head))];
}

/** The tests that passed in one sample. */
type Passed = ReadonlySet<string>;

// The comparisons of one spec and model share the samples of the full text, so the longest list has the others in it.
function fullSamples(beside: readonly PartSamples[]): readonly Passed[] {
  const lists = beside.map((each) => passedIn(each, 'base', looksTaken(each.samples, each.looks).at(-1)));
  return lists.toSorted((one, other) => other.length - one.length)[0] ?? [];
}

function passedWithout(each: PartSamples): readonly Passed[] {
  return passedIn(each, 'head', looksTaken(each.samples, each.looks).at(-1));
}

function passedIn({ samples }: PartSamples, side: 'base' | 'head', look: Look | undefined): Passed[] {
  return Array.from(
    { length: look?.[side] ?? 0 },
    (_, sample) =>
      new Set(samples.tests.filter((series) => series[side][sample] === true).map(({ test }) => test)),
  );
}

// The samples of the reference are all there before the first look, so the p-value holds whenever sampling stopped.
function comparedWith(reference: readonly Passed[], heads: readonly number[]): Reference['pOf'] {
  const base = reference.length;
  if (base === 0) return () => 1;
  const plan = heads.map((head) => ({ base, head }));
  return (test, passed) => {
    const basePassed = reference.filter((each) => each.has(test)).length;
    const evidence = plan
      .filter(({ head }) => head <= passed.length)
      .map((look) => dropEvidence({ base: basePassed, head: countOf(passed.slice(0, look.head)) }, look));
    return falseAlarmRate(plan, Math.max(0, ...evidence));
  };
}

function countOf(passed: readonly boolean[]): number {
  return passed.filter(Boolean).length;
}
