import type { Question } from '../plan/question.ts';
import type { SamplingPlan } from '../statistics/sampling-plan.ts';
import type { Samples } from '../verdict/examine.ts';
import type { Measurements } from '../verdict/measurements.ts';
import { samplesOf } from '../verdict/samples-of.ts';

/** What was measured of one text that lacks parts, beside the full text on the same model. */
export type PartSamples = {
  readonly spec: string;
  readonly model: string;
  /** Ids of all parts that the text lacks. */
  readonly removed: readonly string[];
  /** The looks that the comparison was to take. */
  readonly looks: SamplingPlan;
  /** Base is the full text, head the text without these parts. */
  readonly samples: Samples;
};

/** Reads the samples of a question whose base is the full text and whose head lacks these parts. */
export function partSamplesOf(
  question: Question,
  removed: readonly string[],
  measurements: Measurements,
): PartSamples {
  return {
    spec: question.change.name,
    model: question.head.model.id,
    removed,
    looks: question.looks,
    samples: samplesOf(question, measurements),
  };
}
