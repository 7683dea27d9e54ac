import { linesOf } from '../specs/changed-lines.ts';
import type { SpecPair, SpecVersion, TextFile } from '../specs/spec.ts';

/** One file of a change; null on the side that lacks it. */
export type FileSides = {
  readonly path: string;
  readonly base: string | null;
  readonly head: string | null;
  readonly isInstructions: boolean;
};

/** The files of a change, spec files and instructions: those of the head in their order, then the deleted ones. */
export function filesOf(pair: SpecPair): readonly FileSides[] {
  const [base, head] = [shownBy(pair.base), shownBy(pair.head)];
  const before = new Map(base.map((file) => [file.path, file]));
  const renamed = renamedFiles(pair, { base, head });
  const taken = new Set<string>();
  const sides = head.map(({ path, text, isInstructions }): FileSides => {
    const from = before.has(path) ? path : renamed.get(path);
    if (from !== undefined) taken.add(from);
    return { path, base: before.get(from ?? path)?.text ?? null, head: text, isInstructions };
  });
  const gone = base.filter(({ path }) => !taken.has(path));
  return [
    ...sides,
    ...gone.map(({ path, text, isInstructions }) => ({ path, base: text, head: null, isInstructions })),
  ];
}

/**
 * Base paths by head path. A file that is gone and yet has no hunk was renamed: to the new file with which it has most
 * lines in common.
 */
function renamedFiles(
  { hunks }: SpecPair,
  { base, head }: { readonly base: readonly Shown[]; readonly head: readonly Shown[] },
): ReadonlyMap<string, string> {
  const [old, young] = [new Set(base.map(({ path }) => path)), new Set(head.map(({ path }) => path))];
  const changed = new Set(hunks.map(({ file }) => file));
  const renamed = new Map<string, string>();
  for (const { path, text } of base.filter((file) => !young.has(file.path) && !changed.has(file.path))) {
    const fresh = head.filter((file) => !old.has(file.path) && !renamed.has(file.path));
    const [best] = fresh.toSorted(
      (one, other) => commonLines(other.text, text) - commonLines(one.text, text),
    );
    if (best !== undefined && text !== '') renamed.set(best.path, path);
  }
  return renamed;
}

function commonLines(one: string, other: string): number {
  const lines = new Set(linesOf(other));
  return linesOf(one).filter((line) => lines.has(line)).length;
}

type Shown = TextFile & { readonly isInstructions: boolean };

function shownBy(version: SpecVersion | null): readonly Shown[] {
  return [
    ...(version?.files ?? []).map((file) => ({ ...file, isInstructions: false })),
    ...(version?.instructions ?? []).map((file) => ({ ...file, isInstructions: true })),
  ];
}
