import type { ModelSwitch } from '../core/model-switch.ts';
import type { Model } from '../core/settings.ts';
import type { AskedModels } from './head-models.ts';

/**
 * Which switches of models a head's list makes: each model that it adds takes over from the one whose name it takes,
 * else from one that is removed (of the same provider if there is one), else stands beside the first of the base.
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
