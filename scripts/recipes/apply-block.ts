import type { Block } from './read-recipes.ts';

/** The text of a block's file once the block stands in it; null is a file that is not there. */
export function withBlock({ path, place, text }: Block, before: string | null): string {
  if (place.kind === 'new') {
    if (before !== null) throw new Error(`\`${path}\` is there already, but the recipe calls it new`);
    return `${text}\n`;
  }
  if (before === null) throw new Error(`\`${path}\` is not there`);
  const { from, to } = placeIn(before, { path, ...place });
  if (place.kind === 'in place of') return before.slice(0, from) + text + before.slice(to);
  // Beside an anchor means beside the whole lines that it stands in.
  const lineEnd = before.indexOf('\n', to);
  const at = place.kind === 'before' ? before.lastIndexOf('\n', from) + 1 : lineEnd + 1;
  if (at === 0 && place.kind === 'after') return `${before}\n${text}\n`;
  return `${before.slice(0, at)}${text}\n${before.slice(at)}`;
}

function placeIn(
  text: string,
  { path, anchor, below }: { readonly path: string; readonly anchor: string; readonly below: string | null },
): { readonly from: number; readonly to: number } {
  if (below === null) return onlyOne(text, anchor, path);
  const { to: start } = onlyOne(text, below, path);
  const from = text.indexOf(anchor, start);
  if (from < 0) throw new Error(`\`${path}\` does not hold \`${anchor}\` below \`${below}\``);
  return { from, to: from + anchor.length };
}

function onlyOne(text: string, wanted: string, path: string): { readonly from: number; readonly to: number } {
  const from = text.indexOf(wanted);
  if (from < 0) throw new Error(`\`${path}\` does not hold \`${wanted}\``);
  if (text.includes(wanted, from + 1)) throw new Error(`\`${path}\` holds \`${wanted}\` more than once`);
  return { from, to: from + wanted.length };
}
