import { digest } from '../digest.ts';
import type { Asks } from '../records/asks.ts';
import type { SpecPair } from '../specs/spec.ts';
import type { SamplingPlan } from '../statistics/sampling-plan.ts';
import type { Arm } from './arm.ts';

/** What an arm is in a question: what it is compared with, or what it is about. */
export type Role = 'base' | 'head';

/** Which samples a question takes, fixed before its first head sample. */
export type Draw = {
  readonly looks: SamplingPlan;
  /** Sample numbers of the base, in the order in which the looks take them: the stored ones first. */
  readonly baseSamples: readonly number[];
  /** Those of them that were drawn for another comparison. */
  readonly reused: readonly number[];
  /** Numbers of the fresh base samples that confirm a regression against reused ones; empty where none is due. */
  readonly confirming: readonly number[];
  /** Sample numbers of the head, in the order in which the looks take them. */
  readonly headSamples: readonly number[];
  /** Epoch milliseconds: an older answer of the head on record is no draw of this question, and is asked again. */
  readonly headNotBefore?: number;
};

/** What is asked of one spec: one arm held against another, or one arm alone. */
export type Question = Draw & {
  /** Tells it from every other question of a plan, and is the same whenever the same is asked. */
  readonly id: string;
  readonly asks: Asks;
  readonly change: SpecPair;
  /** null = there is nothing to compare with: the head is measured alone. */
  readonly base: Arm | null;
  /** Its model is whose verdict it is. */
  readonly head: Arm;
};

/** A question whose samples are not fixed yet. */
export type Asked = Omit<Question, keyof Draw>;

/** Puts a question about these arms. */
export function ask(of: Omit<Asked, 'id'>): Asked {
  const named = (arm: Arm) => [arm.model.id, arm.version.commit, arm.keyOf(0)];
  const { asks, change, base, head } = of;
  const id = digest([asks, change.name, base === null ? null : named(base), named(head)]);
  return { id, ...of };
}

/** The arms a question needs samples of. */
export function armsOf({ base, head }: Pick<Question, 'base' | 'head'>): readonly Arm[] {
  return base === null ? [head] : [base, head];
}

/** One arm of a question, with its sample numbers in the order in which the looks take them. */
export type Side = { readonly role: Role; readonly arm: Arm; readonly samples: readonly number[] };

/** The arms of a question in their roles, the base first. */
export function sidesOf(question: Question): readonly Side[] {
  const { base, head, baseSamples, headSamples } = question;
  return [
    ...(base === null ? [] : [{ role: 'base', arm: base, samples: baseSamples } as const]),
    { role: 'head', arm: head, samples: headSamples },
  ];
}

/** The model that a model takes over from, where a question compares two models; null where it does not. */
export function replacedModel({ base, head }: Pick<Question, 'base' | 'head'>): string | null {
  return base === null || base.model.id === head.model.id ? null : base.model.id;
}
