import type { SpecPair } from '../specs/spec.ts';
import { coldPlan } from '../statistics/sampling-plan.ts';
import { coldDraw } from './draw.ts';
import type { ModelSwitch } from '../model-switch.ts';
import type { Arm, Question } from './plan.ts';
import type { Model, Settings } from '../settings.ts';

/** What a run is to ask about. */
export type Asking = {
  readonly changes: readonly SpecPair[];
  /** Every spec as it stands at the head, for the questions about switches of models. */
  readonly standing: readonly SpecPair[];
  readonly switches: readonly ModelSwitch[];
  readonly settings: Settings;
};

/** Every question of a run, before any stored sample was looked for. */
export function questionsOf({ changes, standing, switches, settings }: Asking): readonly Question[] {
  return [
    ...changes.flatMap((change) => settings.models.flatMap((model) => aboutChange(change, model, settings))),
    ...standing.flatMap((change) => switches.flatMap((each) => aboutSwitch(change, each, settings))),
  ];
}

// A deleted spec is reported and asks nothing.
function aboutChange(change: SpecPair, model: Model, { samples }: Settings): Question[] {
  if (change.head === null) return [];
  const head: Arm = { side: 'head', version: change.head, model };
  if (change.base === null)
    return [{ asks: 'portable', change, model, head, looks: coldPlan(samples.looks) }];
  const base: Arm = { side: 'base', version: change.base, model };
  return [{ asks: 'regression', change, model, base, head, ...coldDraw(samples.looks) }];
}

// One and the same text on both sides: only the model differs.
function aboutSwitch(change: SpecPair, { from, to }: ModelSwitch, { samples }: Settings): Question[] {
  if (change.head === null) return [];
  const base: Arm = { side: 'base', version: change.head, model: from };
  const head: Arm = { side: 'head', version: change.head, model: to };
  return [{ asks: 'model-switch', change, model: to, base, head, ...coldDraw(samples.looks) }];
}
