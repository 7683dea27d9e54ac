import type { SpecPair } from '../specs/spec.ts';
import { filesOf, type FileSides } from './change-files.ts';
import { changedStretches, type ChangedStretch } from './changed-stretches.ts';
import { partIds } from './part-id.ts';
import { kindOfChange } from './part-kind.ts';
import type { CutSpec, CutText, Part } from './part.ts';
import { positionsIn } from './positions.ts';
import { splitHunk } from './split-hunk.ts';
import { atomsOf, cutPlaces } from './text-atoms.ts';

/**
 * The texts of a change cut at its hunks: a version with all parts is the head's, one without any has the base's words.
 * A change of a single hunk is cut into its sentences and items.
 */
export function cutChange(pair: SpecPair): CutSpec {
  const idOf = partIds();
  const files = filesOf(pair).map((file) => ({ file, stretches: changedStretches(file) }));
  const isSingle = files.flatMap(({ stretches }) => stretches).length === 1;
  const texts = files.map(({ file, stretches }): CutText => ({
    path: file.path,
    pieces: piecesOf(file, isSingle ? stretches.flatMap((each) => smaller(file, each)) : stretches).map(
      (piece) => (typeof piece === 'string' ? piece : { id: idOf(piece), ...piece }),
    ),
    ...(file.isInstructions ? { isInstructions: true } : {}),
    ...(file.base === null || file.head === null ? { isOneSided: true } : {}),
  }));
  const parts = texts.flatMap(({ pieces }) => pieces.filter((piece) => typeof piece !== 'string'));
  return { texts, parts, groups: [] };
}

/** The sentences and items of a stretch; itself where they cannot be told. */
function smaller({ path, base, head }: FileSides, stretch: ChangedStretch): readonly ChangedStretch[] {
  const [before, after] = [base ?? '', head ?? ''];
  const [old, young] = [cutPlaces({ path, text: before }), cutPlaces({ path, text: after })];
  if (old === null || young === null) return [stretch];
  const places = splitHunk(
    after.slice(0, stretch.head.from),
    atomsOf(before, stretch.base, old),
    atomsOf(after, stretch.head, young),
  );
  let [inBase, inHead] = [stretch.base.from, stretch.head.from];
  return places.flatMap(({ absent, present }) => {
    const place = {
      base: { from: inBase, to: inBase + absent.length },
      head: { from: inHead, to: inHead + present.length },
    };
    [inBase, inHead] = [place.base.to, place.head.to];
    return absent === present ? [] : [place];
  });
}

function piecesOf(
  { path, base, head }: FileSides,
  stretches: readonly ChangedStretch[],
): readonly (string | Omit<Part, 'id'>)[] {
  const [before, after] = [base ?? '', head ?? ''];
  const positionOf = positionsIn(after);
  const pieces: (string | Omit<Part, 'id'>)[] = [];
  let reached = 0;
  for (const stretch of stretches) {
    const { from, to } = stretch.head;
    const present = after.slice(from, to);
    const absent = before.slice(stretch.base.from, stretch.base.to);
    if (from > reached) pieces.push(after.slice(reached, from));
    const position = positionOf(from, to);
    pieces.push({ file: path, kind: kindOfChange({ absent, present }), ...position, present, absent });
    reached = to;
  }
  return reached < after.length ? [...pieces, after.slice(reached)] : pieces;
}
