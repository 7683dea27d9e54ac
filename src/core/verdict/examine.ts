import type { Outcome } from '../results/outcome.ts';
import { dropEvidence } from '../statistics/evidence.ts';
import { reaches } from '../statistics/excluded-drop.ts';
import { falseAlarmRate } from '../statistics/gate.ts';
import type { Look, Passes, SamplingPlan } from '../statistics/sampling-plan.ts';
import { swapped } from '../statistics/sampling-plan.ts';

/** What the looks taken so far say about one question, before any correction over questions. */
export type Examination = {
  /** Looks at which every planned sample was measured. */
  readonly looks: number;
  /** Anytime p-value of "head passes less often"; 1 before the first look and where the base is too weak. */
  readonly p: number;
  /** The same with the arms exchanged: evidence of an improvement. A label, never a reason to stop. */
  readonly improvedP: number;
  /** The base passes less often than the drop to be found: a further drop cannot be seen. */
  readonly baseTooWeak: boolean;
  /** Drops of `drop` or more are ruled out, and nothing is under suspicion. */
  readonly clean: boolean;
  /** Counts at the last look taken; null before the first. */
  readonly at: { readonly look: Look; readonly passes: Passes } | null;
};

/** Outcomes of both arms in the order of their sample numbers; what is missing or unmeasured ends the looks. */
export type Samples = { readonly base: readonly Outcome[]; readonly head: readonly Outcome[] };

/** Reads a question's samples at each look of its plan. Arrival order cannot matter: looks are prefixes. */
export function examine(
  samples: Samples,
  plan: SamplingPlan,
  decide: { readonly drop: number; readonly beta: number },
): Examination {
  const taken = plan.filter(
    (look) => isMeasured(samples.base, look.base) && isMeasured(samples.head, look.head),
  );
  const look = taken.at(-1);
  if (look === undefined) {
    return { looks: 0, p: 1, improvedP: 1, baseTooWeak: false, clean: false, at: null };
  }
  const passes = passesAt(samples, look);
  const baseTooWeak = passes.base / look.base < decide.drop;
  const evidence = Math.max(...taken.map((each) => dropEvidence(passesAt(samples, each), each)));
  const p = baseTooWeak ? 1 : falseAlarmRate(plan, evidence);
  const ruledOut = reaches({ plan, look, passes, beta: decide.beta }, decide.drop);
  return {
    looks: taken.length,
    p,
    improvedP: improvementP(samples, taken, plan),
    baseTooWeak,
    // A claim on fewer than five head samples is a smoke test, and a suspicion forbids a clean bill.
    clean: !baseTooWeak && look.head >= 5 && p > 0.05 && ruledOut,
    at: { look, passes },
  };
}

function improvementP(samples: Samples, taken: readonly Look[], plan: SamplingPlan): number {
  const evidence = swapped(taken).map((look) => {
    const passes = passesAt({ base: samples.head, head: samples.base }, look);
    return dropEvidence(passes, look);
  });
  return falseAlarmRate(swapped(plan), Math.max(...evidence));
}

function isMeasured(outcomes: readonly Outcome[], count: number): boolean {
  const planned = outcomes.slice(0, count);
  return planned.length === count && planned.every((outcome) => outcome.kind !== 'unmeasured');
}

function passesAt(samples: Samples, look: Look): Passes {
  const passed = (outcomes: readonly Outcome[], count: number): number =>
    outcomes.slice(0, count).filter((outcome) => outcome.kind === 'passed').length;
  return { base: passed(samples.base, look.base), head: passed(samples.head, look.head) };
}
