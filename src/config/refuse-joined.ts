import { configError, named, shown } from './config-error.ts';
import type { GivenInput } from './setting-inputs.ts';

/** Throws where an input that takes one item a line was given several on one, or a YAML list. */
export function refuseJoinedItems(given: readonly GivenInput[]): void {
  for (const { input, value } of given) {
    if (input.reads !== 'list' || !Array.isArray(value)) continue;
    const items = value.map(String);
    const index = items.findIndex((item) => isJoined(item, input.name === 'models'));
    if (index === -1) continue;
    throw configError(
      'CONFIG_INVALID',
      `input ${named(input.name)} (item ${index + 1}): it is ${shown(items[index])}.`,
      'Write one item a line, without commas or dashes: `|` after the key, then the items.',
    );
  }
}

function isJoined(item: string, isModel: boolean): boolean {
  if (/^-\s/.test(item)) return true;
  // In a glob a comma may stand in braces, and in the name of a file.
  return isModel ? item.includes(',') : /,\s/.test(item.replaceAll(/\{[^{}]*\}/g, ''));
}
