import type { Spec } from './spec.ts';

/** One spec on both sides; null = it is new, or was deleted. */
export type MatchedSpecs = { readonly base: Spec | null; readonly head: Spec | null };

/**
 * Matches the specs of the base with those of the head: by name, then by a common file (a name taken from a folder
 * can grow when another folder is added), then by a renamed file. `renamed` maps head paths to base paths.
 */
export function pairSpecs(sides: {
  readonly base: readonly Spec[];
  readonly head: readonly Spec[];
  readonly renamed: ReadonlyMap<string, string>;
}): readonly MatchedSpecs[] {
  const left = new Set(sides.base);
  const partners = new Map<Spec, Spec>();
  const rules: readonly ((base: Spec, head: Spec) => boolean)[] = [
    (base, head) => base.name === head.name,
    (base, head) => head.files.some((file) => base.files.includes(file)),
    (base, head) => head.files.some((file) => base.files.includes(sides.renamed.get(file) ?? file)),
  ];
  for (const arePartners of rules) {
    for (const head of sides.head) {
      const base = partners.has(head)
        ? undefined
        : [...left].find((candidate) => arePartners(candidate, head));
      if (base === undefined) continue;
      partners.set(head, base);
      left.delete(base);
    }
  }
  return [
    ...sides.head.map((head) => ({ base: partners.get(head) ?? null, head })),
    ...[...left].map((base) => ({ base, head: null })),
  ];
}
