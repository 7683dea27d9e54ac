import { named } from './config-error.ts';
import type { Locate } from './locate.ts';

/** Keys that are accepted but cannot act in this version. */
const notYetKeys: readonly (readonly string[])[] = [
  ['specs', 'probe'],
  ['audit', 'home'],
  ['audit', 'rewrites'],
];

/** One plain sentence per key that was given and cannot act in this version. */
export function notYetSentences(value: unknown, locate: Locate): readonly string[] {
  return notYetKeys.flatMap((path) =>
    placesOf(value, path).map((place) => {
      const name = path[0] === 'specs' ? (path[1] ?? '') : path.join('.');
      return `${named(name)} (${locate(place.path)}) is not in this version and is ignored.`;
    }),
  );
}

type Place = { readonly path: readonly PropertyKey[]; readonly value: unknown };

/** Every place of a key path that was written; lists on the way are gone through. */
function placesOf(value: unknown, keys: readonly string[]): readonly Place[] {
  let places: readonly Place[] = [{ path: [], value }];
  for (const key of keys) {
    places = places.flatMap(spread).flatMap((place) => entered(place, key));
  }
  return places;
}

function spread(place: Place): readonly Place[] {
  const { path, value } = place;
  if (!Array.isArray(value)) return [place];
  return value.map((item: unknown, index) => ({ path: [...path, index], value: item }));
}

function entered({ path, value }: Place, key: string): readonly Place[] {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return [];
  return [{ path: [...path, key], value: Reflect.get(value, key) }];
}
