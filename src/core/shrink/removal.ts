import type { CutSpec, Part } from '../parts/part.ts';

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

/** Ids of everything that a text without these parts lacks: the parts, and headings of which nothing is left. */
export function lackedIds(cut: CutSpec, removed: readonly string[]): readonly string[] {
  const gone = new Set(removed);
  for (const { heading, rest } of sectionsOf(cut)) {
    if (rest.length > 0 && rest.every((id) => gone.has(id))) gone.add(heading);
  }
  return cut.parts.flatMap(({ id }) => (gone.has(id) ? [id] : []));
}

/** One text for one set of parts, whatever their order. */
export function removalKey(removed: readonly string[]): string {
  return [...new Set(removed)].toSorted().join(' ');
}

type Section = { readonly heading: string; readonly rest: readonly string[] };

// The smallest first, so that a section whose own sections are gone goes as well.
function sectionsOf({ parts, groups }: CutSpec): readonly Section[] {
  const headings = parts.filter(({ kind }) => kind === 'heading');
  return headings
    .flatMap(({ id: heading }) => {
      const [own] = groups
        .filter((group) => group.parts.includes(heading))
        .toSorted((one, other) => one.parts.length - other.parts.length);
      return own === undefined ? [] : [{ heading, rest: own.parts.filter((id) => id !== heading) }];
    })
    .toSorted((one, other) => one.rest.length - other.rest.length);
}
