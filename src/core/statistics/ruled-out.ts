import type { ClaimRules } from './decision-chance.ts';
import { excludedDrop, reaches } from './excluded-drop.ts';
import type { Look, Passes, SamplingPlan } from './sampling-plan.ts';
import { passesAt, type Series } from './series.ts';

/** The counts of a suite at a look of its plan, and the samples of its tests. */
export type SuiteAt = {
  readonly plan: SamplingPlan;
  readonly look: Look;
  readonly passes: Passes;
  readonly tests: readonly Series[];
};

type DropRules = Pick<ClaimRules, 'beta' | 'everyTest'>;

/** Whether drops of `drop` or more are ruled out: for the suite, and with `everyTest` for each of its tests. */
export function isRuledOut(at: SuiteAt, rules: DropRules & Pick<ClaimRules, 'drop'>): boolean {
  const { beta, drop } = rules;
  return endpointsOf(at, rules).every((passes) => reaches({ ...at, passes, beta }, drop));
}

/** The smallest drop that is ruled out in the same sense; null = none is. */
export function smallestRuledOut(at: SuiteAt, rules: DropRules): number | null {
  const { beta } = rules;
  const found = endpointsOf(at, rules).map((passes) => excludedDrop({ ...at, passes, beta }));
  return found.reduce((most, each) => (most === null || each === null ? null : Math.max(most, each)), 0);
}

// A claim about the suite and all tests is wrong only if what it says of one of them is, and that has an error of at most
// beta. So the whole claim has no larger one, without any correction for the number of tests. A test that seldom passes is
// no exception: where it passed too seldom to lose so much, a drop of that size is ruled out by that alone.
function endpointsOf({ passes, tests, look }: SuiteAt, { everyTest }: DropRules): readonly Passes[] {
  return [passes, ...(everyTest === true ? tests.map((each) => passesAt(each, look)) : [])];
}
