import { quoted } from './config-error.ts';
import type { InputName } from './input-names.ts';
import type { YamlFile } from './read-yaml.ts';

/** Says where the value of a key path was written: `input NAME` or `FILE:LINE`. */
export type Locate = (keyPath: readonly PropertyKey[]) => string;

/** Which input each key path came from; the keys are made with `keyPathText`. */
export type Origins = ReadonlyMap<string, InputName>;

/** Looks values up in the file and in the inputs that override it. */
export function locator(file: YamlFile | null, origins: Origins): Locate {
  return (keyPath) => {
    const input = inputOf(origins, keyPath);
    if (input !== null) return input;
    return file === null ? 'the inputs' : `${file.path}:${file.lineOf(keyPath)}`;
  };
}

/** A key path as people write it: `specs[0].writes`. */
export function keyPathText(keyPath: readonly PropertyKey[]): string {
  return keyPath
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
    .join('');
}

function inputOf(origins: Origins, keyPath: readonly PropertyKey[]): string | null {
  for (let length = keyPath.length; length > 0; length -= 1) {
    const input = origins.get(keyPathText(keyPath.slice(0, length)));
    if (input === undefined) continue;
    const item = keyPath[length];
    return typeof item === 'number' ? `input ${quoted(input)} (item ${item + 1})` : `input ${quoted(input)}`;
  }
  return null;
}
