import type { CutSpec, Part } from '../parts/part.ts';
import { presence } from '../parts/texts-with.ts';

/** What is cut, and of which files parts may go. */
export type Shrinkable = {
  readonly cut: CutSpec;
  readonly files: readonly string[];
  /** Whether everything in these files may go: instructions may be empty, a spec may not. */
  readonly mayBeEmpty: boolean;
};

/** The parts that are asked about, in the order of the text. A heading only goes with its section. */
export function removableParts({ cut, files }: Shrinkable): readonly Part[] {
  return cut.parts.filter(({ file, kind, present }) => {
    return files.includes(file) && kind !== 'heading' && present.trim() !== '';
  });
}

/**
 * Ids of everything that a text without these parts lacks: a heading goes with the last part below it, and a part that
 * others cannot stand without stays while one of them does.
 */
export function lackedIds(cut: CutSpec, removed: readonly string[]): readonly string[] {
  const gone = new Set(removed);
  const isThere = presence(cut, ({ id }) => !gone.has(id));
  return cut.parts.flatMap((part) => (isThere(part) ? [] : [part.id]));
}

/** One text for one set of parts, whatever their order. */
export function removalKey(removed: readonly string[]): string {
  return [...new Set(removed)].toSorted().join(' ');
}
