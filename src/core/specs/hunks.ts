import { changedLines, linesOf } from './changed-lines.ts';
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

function hunksOf(file: string, { before, after }: Change): readonly Omit<Hunk, 'index'>[] {
  const [old, young] = [withoutEnds(before), withoutEnds(after)];
  return changedLines(before, after).map(({ base, head }) => ({
    file,
    baseStart: base.from + 1,
    headStart: head.from + 1,
    removed: old.slice(base.from, base.to),
    added: young.slice(head.from, head.to),
  }));
}

function withoutEnds(text: string): readonly string[] {
  return linesOf(text).map((line) => line.replace(/\n$/, ''));
}
