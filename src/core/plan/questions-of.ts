import { additionalKinds, type AdditionalKind } from '../records/asks.ts';
import type { SpecPair } from '../specs/spec.ts';
import { coldDraw, loneDraw } from './draw.ts';
import { armsFor } from './arm.ts';
import { ask } from './question.ts';
import type { Question } from './question.ts';
import type { ModelSwitch } from '../model-switch.ts';
import type { Settings } from '../settings.ts';

/** What a run should ask about. */
export type QuestionSources = {
  readonly changes: readonly SpecPair[];
  /** Every spec at the head commit, for the questions about model switches. */
  readonly unchanged: readonly SpecPair[];
  readonly switches: readonly ModelSwitch[];
  readonly settings: Settings;
};

/** Every question of a run, before stored samples are looked up. */
export function questionsOf(sources: QuestionSources): readonly Question[] {
  const { changes, settings } = sources;
  return [
    ...changes.flatMap((change) => aboutChange(change, settings)),
    ...additionalKinds.flatMap((kind) => asked[kind](sources)),
  ];
}

// How the questions of each kind that is asked in addition to the change come about.
const asked: Readonly<Record<AdditionalKind, (sources: QuestionSources) => readonly Question[]>> = {
  'model-switch': ({ unchanged, switches, settings }) =>
    unchanged.flatMap((change) => aboutSwitches(change, switches, settings)),
};

// A deleted spec is reported, but nothing is asked about it.
function aboutChange(change: SpecPair, { models, samples }: Settings): Question[] {
  const { base, head } = change;
  if (head === null) return [];
  const armOf = armsFor(change);
  return models.map((model): Question => {
    if (base === null)
      return {
        ...ask({ asks: 'portable', change, base, head: armOf(head, model) }),
        ...loneDraw(samples.looks),
      };
    const arms = { base: armOf(base, model), head: armOf(head, model) };
    return { ...ask({ asks: 'regression', change, ...arms }), ...coldDraw(samples.looks) };
  });
}

// The same text on both sides: only the model differs.
function aboutSwitches(
  change: SpecPair,
  switches: readonly ModelSwitch[],
  { samples }: Settings,
): Question[] {
  const { head } = change;
  if (head === null) return [];
  const armOf = armsFor(change);
  return switches.map(({ from, to }) => ({
    ...ask({ asks: 'model-switch', change, base: armOf(head, from), head: armOf(head, to) }),
    ...coldDraw(samples.looks),
  }));
}
