import type { SpecPair } from '../../specs/spec.ts';

/** Specs of one run that empty the same committed files. */
export type SharedWrites = { readonly specs: readonly string[]; readonly files: readonly string[] };

/**
 * Finds specs whose check removes the code of another spec. The usual cause is one entry with several folders and no
 * `{name}`.
 */
export function sharedWrites(changes: readonly SpecPair[]): readonly SharedWrites[] {
  const writers = new Map<string, Set<string>>();
  for (const { name, base, head } of changes) {
    if (head === null) continue;
    for (const file of [...(base?.emptied ?? []), ...head.emptied]) {
      writers.set(file, (writers.get(file) ?? new Set()).add(name));
    }
  }
  const shared = new Map<string, { readonly specs: readonly string[]; readonly files: string[] }>();
  for (const [file, names] of writers) {
    if (names.size < 2) continue;
    const specs = [...names].toSorted();
    const key = JSON.stringify(specs);
    const known = shared.get(key) ?? { specs, files: [] };
    known.files.push(file);
    shared.set(key, known);
  }
  return [...shared.values()];
}
