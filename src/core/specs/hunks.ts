import { structuredPatch } from 'diff';
import type { Hunk, TextFile } from './spec.ts';

/** The texts of one side that can be the cause: spec files and instructions files. */
export type Texts = readonly TextFile[];

/**
 * The changed stretches between two versions, in the order of the head's files, then those of deleted files.
 * `renamed` maps the head path of a renamed file to its base path.
 */
export function hunksBetween(
  base: Texts,
  head: Texts,
  renamed: ReadonlyMap<string, string>,
): readonly Hunk[] {
  const left = new Map(base.map((file) => [file.path, file.text]));
  const taken = new Set<string>();
  const hunks: Omit<Hunk, 'index'>[] = [];
  for (const file of head) {
    const from = left.has(file.path) ? file.path : (renamed.get(file.path) ?? file.path);
    hunks.push(...hunksOf(file.path, { before: left.get(from) ?? '', after: file.text }));
    taken.add(from);
  }
  for (const file of base) {
    if (!taken.has(file.path)) hunks.push(...hunksOf(file.path, { before: file.text, after: '' }));
  }
  return hunks.map((hunk, index) => ({ index, ...hunk }));
}

type Change = { readonly before: string; readonly after: string };

// The diff's time grows with the square of the number of differences; beyond this many lines one hunk says as much.
const maximumEdits = 2000;

function hunksOf(file: string, change: Change): readonly Omit<Hunk, 'index'>[] {
  if (change.before === change.after) return [];
  const options = { context: 0, maxEditLength: maximumEdits };
  const patch = structuredPatch(file, file, change.before, change.after, '', '', options);
  if (patch === undefined) return [wholeHunk(file, change)];
  return patch.hunks.map((hunk) => ({
    file,
    baseStart: hunk.oldStart,
    headStart: hunk.newStart,
    removed: linesWith('-', hunk.lines),
    added: linesWith('+', hunk.lines),
  }));
}

function linesWith(sign: string, lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(1));
}

/** Everything between the first and the last different line, as one hunk. */
function wholeHunk(file: string, { before, after }: Change): Omit<Hunk, 'index'> {
  const [old, young] = [before.split('\n'), after.split('\n')];
  const shorter = Math.min(old.length, young.length);
  let start = 0;
  while (start < shorter && old[start] === young[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === young.at(-1 - end)) end += 1;
  return {
    file,
    baseStart: start + 1,
    headStart: start + 1,
    removed: old.slice(start, old.length - end),
    added: young.slice(start, young.length - end),
  };
}
