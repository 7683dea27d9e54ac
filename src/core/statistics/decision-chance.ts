import { dropEvidence } from './evidence.ts';
import { reaches } from './excluded-drop.ts';
import { chancesToDecide, futileBelow } from './futility.ts';
import { dropThreshold } from './gate.ts';
import { tabulate, type OutcomeTable } from './hit-probability.ts';
import { planNumbers, swapped } from './sampling-plan.ts';
import type { Look, Passes, SamplingPlan } from './sampling-plan.ts';

/** The rules of a question, as they decide about one endpoint. */
export type ClaimRules = {
  readonly alpha: number;
  readonly drop: number;
  readonly beta: number;
  /** A drop has to be ruled out for each test as well. That only lowers the chance to decide anything. */
  readonly everyTest?: true;
};

/** A look of a plan: its place, and the passes of the suite and of each test at it. */
export type Seen = {
  readonly plan: SamplingPlan;
  readonly index: number;
  readonly suite: Passes;
  readonly tests: readonly Passes[];
};

/**
 * At most how likely a later look decides anything about a question: a drop, an improvement or a clean suite, or a drop
 * or an improvement of one of its tests, each at the level of the question by itself. The chances of the endpoints are
 * added, whatever depends on what; so below `futileBelow` the true chance is never larger.
 */
export function decisionChance({ plan, index, suite, tests }: Seen, rules: ClaimRules): number {
  const chanceIn = (table: OutcomeTable, { base, head }: Passes): number =>
    table[index]?.[base * ((plan[index]?.head ?? 0) + 1) + head] ?? 0;
  let chance = chanceIn(suiteChances(plan, rules), suite);
  for (const passes of tests) {
    // Above the bar it does not matter by how much, and the thresholds of the tests take a while.
    if (chance >= futileBelow) break;
    chance += chanceIn(testChances(plan, rules.alpha / (2 * tests.length)), passes);
  }
  return Math.min(1, chance);
}

/** Whether a base passes so seldom that the suite cannot show a drop of that size. */
export function isTooWeak(passes: Passes, look: Look, drop: number): boolean {
  return passes.base / look.base < drop;
}

function suiteChances(plan: SamplingPlan, { alpha, drop, beta }: ClaimRules): OutcomeTable {
  return remembered(`${planNumbers(plan)}; suite ${alpha} ${drop} ${beta}`, () => {
    const shown = showsOne(plan, alpha / 2);
    return chancesIn(plan, (passes, look) => {
      if (shown.improvement(passes, look)) return true;
      if (isTooWeak(passes, look, drop)) return false;
      return shown.drop(passes, look) || reaches({ plan, look, passes, beta }, drop);
    });
  });
}

function testChances(plan: SamplingPlan, level: number): OutcomeTable {
  return remembered(`${planNumbers(plan)}; test ${level}`, () => {
    const shown = showsOne(plan, level);
    return chancesIn(plan, (passes, look) => shown.drop(passes, look) || shown.improvement(passes, look));
  });
}

type Shows = (passes: Passes, look: Look) => boolean;

function showsOne(plan: SamplingPlan, level: number): { readonly drop: Shows; readonly improvement: Shows } {
  const least = { drop: dropThreshold(plan, level), improvement: dropThreshold(swapped(plan), level) };
  return {
    drop: (passes, look) => dropEvidence(passes, look) >= least.drop,
    improvement: ({ base, head }, look) => {
      const [turned] = swapped([look]);
      return turned !== undefined && dropEvidence({ base: head, head: base }, turned) >= least.improvement;
    },
  };
}

function chancesIn(plan: SamplingPlan, decides: (passes: Passes, look: Look) => boolean): OutcomeTable {
  return chancesToDecide(
    plan,
    tabulate(plan, (passes, index) => {
      const look = plan[index];
      return look !== undefined && decides(passes, look) ? 1 : 0;
    }),
  );
}

// They follow from the numbers of a plan and the rules, and are asked for at every open look of every question.
const tables = new Map<string, OutcomeTable>();

function remembered(key: string, compute: () => OutcomeTable): OutcomeTable {
  const known = tables.get(key) ?? compute();
  tables.set(key, known);
  return known;
}
