import type { SpecVersion, TextFile } from '../specs/spec.ts';
import type { CutSpec, CutText, Part } from './part.ts';

/** Which parts a version of the texts holds. */
export type Has = (part: Part) => boolean;

/** The texts that hold only these parts, in their order. A file on one side of a change is left out when it is empty. */
export function textsWith(cut: CutSpec, has: Has): readonly TextFile[] {
  return cut.texts.flatMap((text) => fileWith(text, has));
}

/** The given version, with its commit and all that is shown besides, that holds only these parts. */
export function versionWith(of: SpecVersion, cut: CutSpec, has: Has): SpecVersion {
  const filesOf = (texts: readonly CutText[]): readonly TextFile[] =>
    texts.flatMap((text) => fileWith(text, has));
  const files = filesOf(cut.texts.filter(({ isInstructions = false }) => !isInstructions));
  return {
    ...of,
    spec: { ...of.spec, files: files.map(({ path }) => path) },
    files,
    instructions: filesOf(cut.texts.filter(({ isInstructions = false }) => isInstructions)),
  };
}

function fileWith({ path, pieces, isOneSided = false }: CutText, has: Has): readonly TextFile[] {
  const text = pieces
    .map((piece) => (typeof piece === 'string' ? piece : has(piece) ? piece.present : piece.absent))
    .join('');
  return text === '' && isOneSided ? [] : [{ path, text }];
}
