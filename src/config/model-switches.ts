import type { ModelSwitch } from '../core/model-switch.ts';
import type { Model } from '../core/settings.ts';
import type { AskedModels } from './head-models.ts';

/**
 * The model switches that a head's list makes. Each model that it adds takes over from the model whose name it takes,
 * otherwise from a removed one (of the same provider if possible). If there is neither, it is compared with the first
 * model of the base.
 */
export function modelSwitches(base: readonly Model[], asked: AskedModels): readonly ModelSwitch[] {
  const left = base.filter(({ id }) => asked.removed.includes(id));
  const leftFor = (to: Model, index: number): Model | undefined => {
    const replaced = asked.replaced.find(({ askedAs }) => askedAs === to.id)?.id;
    return (
      base.find(({ id }) => id === replaced) ??
      left.find(({ provider }) => provider === to.provider) ??
      left[index] ??
      left[0] ??
      base[0]
    );
  };
  return asked.models.slice(base.length).flatMap((to, index) => {
    const from = leftFor(to, index);
    return from === undefined ? [] : [{ from, to }];
  });
}
