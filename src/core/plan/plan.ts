import type { SpecChange, SpecVersion } from '../specs/spec.ts';
import type { SamplingPlan } from '../statistics/sampling-plan.ts';
import type { Model } from './settings.ts';

/** A version on a model: what is sampled. */
export type Arm = { readonly side: 'base' | 'head'; readonly version: SpecVersion; readonly model: Model };

/** What is asked of one spec on one model. A spec without a base is asked whether it is portable at all. */
export type Question =
  | {
      readonly asks: 'regression';
      readonly change: SpecChange;
      readonly model: Model;
      readonly base: Arm;
      readonly head: Arm;
      readonly looks: SamplingPlan;
    }
  | {
      readonly asks: 'portable';
      readonly change: SpecChange;
      readonly model: Model;
      readonly head: Arm;
      readonly looks: SamplingPlan;
    };

/** Everything a run will ask, fixed before the first sample. */
export type Plan = { readonly changes: readonly SpecChange[]; readonly questions: readonly Question[] };

/** Puts every changed spec to every model. A deleted spec is reported and asks nothing. */
export function planQuestions(
  changes: readonly SpecChange[],
  models: readonly Model[],
  looksOf: (change: SpecChange, model: Model) => SamplingPlan,
): Plan {
  const questions = changes.flatMap((change) =>
    models.flatMap((model) => questionOf(change, model, looksOf(change, model))),
  );
  return { changes, questions };
}

function questionOf(change: SpecChange, model: Model, looks: SamplingPlan): Question[] {
  if (change.head === null) return [];
  const head: Arm = { side: 'head', version: change.head, model };
  if (change.base === null) return [{ asks: 'portable', change, model, head, looks }];
  const base: Arm = { side: 'base', version: change.base, model };
  return [{ asks: 'regression', change, model, base, head, looks }];
}
