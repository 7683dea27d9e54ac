import { digest } from '../digest.ts';
import type { Asks } from '../records/asks.ts';
import type { SpecPair, SpecVersion } from '../specs/spec.ts';
import type { SamplingPlan } from '../statistics/sampling-plan.ts';
import type { Arm } from './arm.ts';

/** The part of an arm in a question: `base` is what is compared with, `head` is what the question is about. */
export type Role = 'base' | 'head';

/** Which samples a question takes, fixed before its first head sample. */
export type Draw = {
  readonly looks: SamplingPlan;
  /** Sample numbers of the base in the order in which the looks take them, stored ones first. */
  readonly baseSamples: readonly number[];
  /** The ones among them that were drawn for another comparison. */
  readonly reused: readonly number[];
  /** Numbers of the fresh base samples that confirm a regression against reused ones; empty if none is needed. */
  readonly confirming: readonly number[];
  /** Sample numbers of the head, in the order in which the looks take them. */
  readonly headSamples: readonly number[];
  /**
   * Epoch milliseconds: an older answer on record does not count as a sample of the head, and the model is asked
   * again.
   */
  readonly headNotBefore?: number;
  /**
   * Whether the question ends where no later sample could decide. Plans on record from before this rule go on to the
   * last look, so that judging them again gives the same verdict.
   */
  readonly endsFutile: boolean;
};

/** A question about one spec: one arm compared with another, or one arm alone. */
export type Question = Draw & {
  /** Different for every question of a plan, and the same whenever the same is asked. */
  readonly id: string;
  readonly asks: Asks;
  readonly change: SpecPair;
  /** null = there is nothing to compare with: the head is measured alone. */
  readonly base: Arm | null;
  /** The verdict is about its model. */
  readonly head: Arm;
};

/** A question whose samples are not fixed yet. */
export type Asked = Omit<Question, keyof Draw>;

/** Makes a question about these arms. */
export function ask(of: Omit<Asked, 'id'>): Asked {
  const named = (arm: Arm) => [arm.model.id, arm.version.commit, arm.keyOf(0)];
  const { asks, change, base, head } = of;
  const id = digest([asks, change.name, base === null ? null : named(base), named(head)]);
  return { id, ...of };
}

/** The arms of which a question needs samples. */
export function armsOf({ base, head }: Pick<Question, 'base' | 'head'>): readonly Arm[] {
  return base === null ? [head] : [base, head];
}

/** One arm of a question, with its sample numbers in the order in which the looks take them. */
export type Side = { readonly role: Role; readonly arm: Arm; readonly samples: readonly number[] };

/** The arms of a question with their roles, the base first. */
export function sidesOf(question: Question): readonly Side[] {
  const { base, head, baseSamples, headSamples } = question;
  return [
    ...(base === null ? [] : [{ role: 'base', arm: base, samples: baseSamples } as const]),
    { role: 'head', arm: head, samples: headSamples },
  ];
}

/** The old model, if a question compares two models; otherwise null. */
export function replacedModel({ base, head }: Pick<Question, 'base' | 'head'>): string | null {
  return base === null || base.model.id === head.model.id ? null : base.model.id;
}

/**
 * The version that has to be sound for a question to mean something: the one that is compared with, or the one text
 * of a question about a spec that did not change. null = the text is new.
 */
export function comparedWith({
  base,
  head,
  change,
}: Pick<Question, 'base' | 'head' | 'change'>): SpecVersion | null {
  return base?.version ?? (change.base === head.version ? head.version : null);
}
