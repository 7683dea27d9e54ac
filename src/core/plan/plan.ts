import type { SpecPair, SpecVersion } from '../specs/spec.ts';
import type { SamplingPlan } from '../statistics/sampling-plan.ts';
import type { Model } from '../settings.ts';

/** A version on a model: what is sampled. */
export type Arm = { readonly side: 'base' | 'head'; readonly version: SpecVersion; readonly model: Model };

/** Which samples a comparison takes, fixed before its first head sample. */
export type Draw = {
  readonly looks: SamplingPlan;
  /** Sample numbers of the base side, in the order in which the looks take them: the stored ones first. */
  readonly baseSamples: readonly number[];
  /** Those of them that were drawn for another comparison. */
  readonly reused: readonly number[];
  /** Numbers of the fresh base samples that confirm a regression against reused ones; empty where none is due. */
  readonly confirming: readonly number[];
} & HeadDraw;

/** Which samples of the head a question takes; missing = the first ones, replayed from whatever is on record. */
export type HeadDraw = {
  /** Sample numbers in the order in which the looks take them. */
  readonly headSamples?: readonly number[];
  /** Epoch milliseconds: an older answer of the head on record is no draw of this question, and is asked again. */
  readonly headNotBefore?: number;
};

/**
 * Two arms of one spec compared on the same gate. `regression`: two versions on one model. `model-switch`: one version on
 * the model that is left and the one that takes over. `drift`: an anchored version and today's, sampled tonight.
 */
export type Comparison = Draw & {
  readonly asks: 'regression' | 'model-switch' | 'drift';
  readonly change: SpecPair;
  /** The model of the head arm: whose verdict it is. */
  readonly model: Model;
  readonly base: Arm;
  readonly head: Arm;
};

/** What is asked of one spec on one model. A spec without a base is asked whether it is portable at all. */
export type Question =
  | Comparison
  | (HeadDraw & {
      readonly asks: 'portable';
      readonly change: SpecPair;
      readonly model: Model;
      readonly head: Arm;
      readonly looks: SamplingPlan;
    });

/** Everything a run will ask, fixed before the first sample. */
export type Plan = {
  readonly changes: readonly SpecPair[];
  readonly questions: readonly Question[];
  /**
   * Number of questions that share alpha, where they were picked by what was seen of more: each is then held to alpha
   * over all of these. Missing = the questions of the plan.
   */
  readonly family?: number;
};

/** The arms a question needs samples of. */
export function armsOf(question: Question): readonly Arm[] {
  return question.asks === 'portable' ? [question.head] : [question.base, question.head];
}

/** Numbers of a side's samples in the order in which the looks take them. */
export function sampleNumbers(question: Question, side: 'base' | 'head'): readonly number[] {
  if (side === 'base') return question.asks === 'portable' ? [] : question.baseSamples;
  return (
    question.headSamples ?? Array.from({ length: question.looks.at(-1)?.head ?? 0 }, (_, sample) => sample)
  );
}
