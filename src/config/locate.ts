import type { YamlFile } from './read-yaml.ts';

/** Says where the value of a key path was written: `input NAME`, `option --NAME` or `FILE:LINE`. */
export type Locate = (keyPath: readonly PropertyKey[]) => string;

/** What gave the value of each key path, as messages name it; the keys are made with `keyPathText`. */
export type Origins = ReadonlyMap<string, string>;

/** Looks values up in the file and in the inputs that override it. */
export function locator(file: YamlFile | null, origins: Origins): Locate {
  return (keyPath) => {
    const origin = originOf(origins, keyPath);
    if (origin !== null) return origin;
    return file === null ? 'the inputs' : `${file.path}:${file.lineOf(keyPath)}`;
  };
}

/** A key path as people write it: `specs[0].writes`. */
export function keyPathText(keyPath: readonly PropertyKey[]): string {
  return keyPath
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
    .join('');
}

function originOf(origins: Origins, keyPath: readonly PropertyKey[]): string | null {
  for (let length = keyPath.length; length > 0; length -= 1) {
    const origin = origins.get(keyPathText(keyPath.slice(0, length)));
    if (origin === undefined) continue;
    const item = keyPath[length];
    return typeof item === 'number' ? `${origin} (item ${item + 1})` : origin;
  }
  return null;
}
