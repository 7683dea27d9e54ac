import { changedLines, linesOf } from '../specs/changed-lines.ts';
import type { SpecPair, SpecVersion, TextFile } from '../specs/spec.ts';
import { partIds } from './part-id.ts';
import { kindOf } from './part-kind.ts';
import type { CutSpec, CutText, Part } from './part.ts';

/**
 * The texts of a change cut at its hunks: a version with all parts is the head's, one without any has the base's words.
 */
export function cutChange(pair: SpecPair): CutSpec {
  const idOf = partIds();
  const texts = sidesOf(pair).map((sides): CutText => ({
    path: sides.path,
    pieces: piecesOf(sides).map((piece) =>
      typeof piece === 'string' ? piece : { id: idOf(piece), ...piece },
    ),
    ...(sides.isInstructions ? { isInstructions: true } : {}),
    ...(sides.base === null || sides.head === null ? { isOneSided: true } : {}),
  }));
  const parts = texts.flatMap(({ pieces }) => pieces.filter((piece) => typeof piece !== 'string'));
  return { texts, parts, groups: [] };
}

/** One file of a change; null on the side that lacks it. */
type Sides = {
  readonly path: string;
  readonly base: string | null;
  readonly head: string | null;
  readonly isInstructions: boolean;
};

function sidesOf(pair: SpecPair): readonly Sides[] {
  const [base, head] = [shownBy(pair.base), shownBy(pair.head)];
  const before = new Map(base.map((file) => [file.path, file]));
  const renamed = renamedFiles(pair, { base, head });
  const taken = new Set<string>();
  const sides = head.map(({ path, text, isInstructions }): Sides => {
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

function piecesOf({ path, base, head }: Sides): readonly (string | Omit<Part, 'id'>)[] {
  const [old, young] = [linesOf(base ?? ''), linesOf(head ?? '')];
  const pieces: (string | Omit<Part, 'id'>)[] = [];
  let reached = 0;
  for (const stretch of changedLines(base ?? '', head ?? '')) {
    const present = young.slice(stretch.head.from, stretch.head.to).join('');
    const absent = old.slice(stretch.base.from, stretch.base.to).join('');
    if (stretch.head.from > reached) pieces.push(young.slice(reached, stretch.head.from).join(''));
    pieces.push({
      file: path,
      kind: kindOf(present === '' ? absent : present),
      lines: [stretch.head.from + 1, Math.max(stretch.head.from + 1, stretch.head.to)],
      present,
      absent,
    });
    reached = stretch.head.to;
  }
  return reached < young.length ? [...pieces, young.slice(reached).join('')] : pieces;
}
