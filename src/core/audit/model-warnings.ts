import type { Model } from '../settings.ts';
import type { NightEntry } from '../records/night-entry.ts';

/** A vendor has started to serve another model under the same name. */
export type ServedChange = {
  readonly night: string;
  readonly model: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
};

/** Every night on which a different model answered than before. Nights without an answer are skipped. */
export function servedChanges(history: readonly NightEntry[]): readonly ServedChange[] {
  const last = new Map<string, readonly string[]>();
  return nightsByModel(history).flatMap(({ night, model, served }) => {
    if (served.length === 0) return [];
    const before = last.get(model);
    last.set(model, served);
    const isSame = before === undefined || served.some((one) => before.includes(one));
    return isSame ? [] : [{ night, model, from: before, to: served }];
  });
}

/**
 * Models that answered with another id than the requested one: the vendor may change which model that is at any time.
 */
export function floatingAliases(models: readonly Model[], tonight: readonly NightEntry[]): readonly string[] {
  return models.flatMap(({ id, name }) => {
    const served = servedOf(tonight.filter(({ model }) => model === id)).filter((one) => one !== name);
    return served.length === 0
      ? []
      : [`Model ${id} is a floating alias: asked as ${name}, it was served as ${served.join(', ')}.`];
  });
}

function nightsByModel(
  history: readonly NightEntry[],
): readonly { readonly night: string; readonly model: string; readonly served: readonly string[] }[] {
  const groups = new Map<string, NightEntry[]>();
  for (const entry of history) {
    const key = JSON.stringify([entry.night, entry.model]);
    const group = groups.get(key) ?? [];
    group.push(entry);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ night: first.night, model: first.model, served: servedOf(group) }];
  });
}

function servedOf(entries: readonly NightEntry[]): readonly string[] {
  return [...new Set(entries.flatMap(({ servedBy }) => servedBy))].toSorted();
}
