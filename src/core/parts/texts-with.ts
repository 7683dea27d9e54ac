import type { SpecVersion, TextFile } from '../specs/spec.ts';
import { joinClauses } from './join-clauses.ts';
import type { CutSpec, CutText, Part } from './part.ts';

/** Which parts a version of the texts is to hold. */
export type Has = (part: Part) => boolean;

/** The texts that hold only these parts, in their order. A file on one side of a change is left out when it is empty. */
export function textsWith(cut: CutSpec, has: Has): readonly TextFile[] {
  const isThere = presence(cut, has);
  return cut.texts.flatMap((text) => fileWith(text, isThere));
}

/** The given version, with its commit and all that is shown besides, that holds only these parts. */
export function versionWith(of: SpecVersion, cut: CutSpec, has: Has): SpecVersion {
  const isThere = presence(cut, has);
  const filesOf = (texts: readonly CutText[]): readonly TextFile[] =>
    texts.flatMap((text) => fileWith(text, isThere));
  const files = filesOf(cut.texts.filter(({ isInstructions = false }) => !isInstructions));
  return {
    ...of,
    spec: { ...of.spec, files: files.map(({ path }) => path) },
    files,
    instructions: filesOf(cut.texts.filter(({ isInstructions = false }) => isInstructions)),
  };
}

/** Whether a part is there in the texts that are to hold these: it may be that others cannot stand without it. */
export function presence(cut: CutSpec, has: Has): Has {
  const there = new Set<string>();
  // What a part holds always stands after it.
  for (const part of cut.parts.toReversed()) {
    const { id, kind, holds } = part;
    const isNeeded = holds?.some((held) => there.has(held)) ?? false;
    const goesWithIt = kind === 'heading' && holds !== undefined;
    if (isNeeded || (!goesWithIt && has(part))) there.add(id);
  }
  return ({ id }) => there.has(id);
}

function fileWith(text: CutText, isThere: Has): readonly TextFile[] {
  const { path, pieces, isOneSided = false, joinsBlankLines = false } = text;
  const joined = joinsBlankLines
    ? joinClauses(pieces, isThere)
    : pieces
        .map((piece) => (typeof piece === 'string' ? piece : isThere(piece) ? piece.present : piece.absent))
        .join('');
  return joined === '' && isOneSided ? [] : [{ path, text: joined }];
}
