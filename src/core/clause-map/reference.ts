import { dropEvidence } from '../statistics/evidence.ts';
import { exactDrop } from '../statistics/exact-drop.ts';
import type { DiscreteP } from '../statistics/false-discoveries.ts';
import { falseAlarmRate } from '../statistics/gate.ts';
import { roundedDown } from '../statistics/sampling-plan.ts';
import type { Look } from '../statistics/sampling-plan.ts';
import { looksTaken } from '../verdict/examine.ts';
import type { PartSamples } from './part-samples.ts';

/** What the samples of a text that lacks parts are compared with. */
export type Reference = {
  /** Those of the missing parts that no text of the reference lacks: what is noticed is that they are missing. */
  readonly blamed: readonly string[];
  /** The p-value of a test that passed in these samples, at all looks that were taken. */
  readonly pOf: (test: string, own: readonly Passed[]) => readonly DiscreteP[];
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
  const references = [near, ...(more.length === 0 ? [] : [[...near, ...more]])];
  const heads = headLooks(each);
  const tests = each.samples.tests.length;
  return {
    blamed,
    pOf: (test, own) =>
      references.flatMap((reference) =>
        comparedWith({ test, reference, own, tests, heads }).map((way) => {
          return { ...way, share: way.share / references.length };
        }),
      ),
  };
}

/**
 * With all samples, and without those in which no test passed: now and then a model writes something that fails everything,
 * and beside so many failures that have nothing to do with a part its own could not be seen. Each gets a share of the error; few tests
 * may well all fail because of a part, so there all samples count.
 */
function comparedWith(of: {
  readonly test: string;
  readonly reference: readonly Passed[];
  readonly own: readonly Passed[];
  readonly tests: number;
  readonly heads: readonly number[];
}): readonly DiscreteP[] {
  const { test, reference, own, tests, heads } = of;
  const isSmall = tests < 10;
  // Of three samples of each text the gate's p-value shows more, of many samples Fisher's: of few tests each way has half.
  const gate = isSmall ? [{ ...gateP(test, { others: reference, mine: own, heads }), share: 0.5 }] : [];
  const shareOfAll = isSmall ? 0.5 : 0.1;
  const all = { share: shareOfAll, isCounted: () => true };
  const shares = isSmall
    ? [all]
    : [all, { share: 1 - shareOfAll, isCounted: (passed: Passed) => passed.size > 0 }];
  const fisher = shares.flatMap(({ share, isCounted }) => {
    const [others, mine] = [reference.filter(isCounted), own.filter(isCounted)];
    const { p, least } = exactDrop({ reference: tallied(test, others), own: tallied(test, mine) });
    // The sampling may have ended at any look, of any of which this may be the one that shows it.
    return [{ p: p * heads.length, least: least * heads.length, share }];
  });
  return [...gate, ...fisher];
}

/** The gate's p-value, and the least that it could be with as many passes in all. */
function gateP(
  test: string,
  of: {
    readonly others: readonly Passed[];
    readonly mine: readonly Passed[];
    readonly heads: readonly number[];
  },
): { readonly p: number; readonly least: number } {
  // The samples of the reference are all there before the first look, so the p-value holds whenever sampling stopped.
  const base = roundedDown(of.others.length);
  if (base === 0) return { p: 1, least: 1 };
  const own = of.mine.map((passed) => passed.has(test));
  const reference = tallied(test, of.others.slice(0, base));
  const failed = reference.failed + own.filter((hasPassed) => !hasPassed).length;
  const plan = of.heads.filter((head) => head <= own.length).map((head) => ({ base, head }));
  const pOf = (passed: number, mine: readonly boolean[]): number =>
    falseAlarmRate(
      of.heads.map((head) => ({ base, head })),
      Math.max(
        0,
        ...plan.map((look) =>
          dropEvidence({ base: passed, head: mine.slice(0, look.head).filter(Boolean).length }, look),
        ),
      ),
    );
  return {
    p: pOf(reference.passed, own),
    least: pOf(
      base - Math.max(0, failed - own.length),
      own.map((_, index) => index >= failed),
    ),
  };
}

function tallied(test: string, samples: readonly Passed[]) {
  const passed = samples.filter((each) => each.has(test)).length;
  return { passed, failed: samples.length - passed };
}

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

export function passedWithout(each: PartSamples): readonly Passed[] {
  return passedIn(each, 'head', looksTaken(each.samples, each.looks).at(-1));
}

function passedIn({ samples }: PartSamples, side: 'base' | 'head', look: Look | undefined): Passed[] {
  return Array.from(
    { length: look?.[side] ?? 0 },
    (_, sample) =>
      new Set(samples.tests.filter((series) => series[side][sample] === true).map(({ test }) => test)),
  );
}
