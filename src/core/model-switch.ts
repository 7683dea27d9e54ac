import type { Model } from './settings.ts';

/** An old model and the one that takes over: does each spec still hold on the new model? */
export type ModelSwitch = { readonly from: Model; readonly to: Model };

/**
 * The switches between models that are both asked, because caps and keys were checked only for those. `note` names
 * the switches that are left out.
 */
export function switchesAmong(
  models: readonly Model[],
  switches: readonly ModelSwitch[],
): { readonly kept: readonly ModelSwitch[]; readonly notes: readonly string[] } {
  const asked = new Set(models.map(({ id }) => id));
  const isKept = ({ from, to }: ModelSwitch): boolean => asked.has(from.id) && asked.has(to.id);
  return {
    kept: switches.filter((each) => isKept(each)),
    notes: switches
      .filter((each) => !isKept(each))
      .map(
        ({ from, to }) =>
          `The switch from ${from.id} to ${to.id} was not looked at: \`models=\` has to name both.`,
      ),
  };
}
