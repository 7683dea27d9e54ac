import type { Part, PartKind } from '../parts/part.ts';

/**
 * How many parts of a kind are taken to be needed and not needed before the first answer; a beta distribution. It only
 * says how large the groups are with which a search begins.
 */
const before: Readonly<Record<PartKind, { readonly needed: number; readonly gone: number }>> = {
  requirement: { needed: 2, gone: 2 },
  example: { needed: 1, gone: 2 },
  explanation: { needed: 1, gone: 4 },
  heading: { needed: 1, gone: 4 },
  wording: { needed: 1, gone: 4 },
};

/** The chance that the text holds without all parts of a group, as the parts of the same kinds that are settled say. */
export function chanceToHold(
  group: readonly string[],
  of: {
    readonly parts: readonly Part[];
    readonly found: {
      readonly gone: readonly string[];
      readonly needed: readonly { readonly id: string }[];
      readonly open: readonly { readonly id: string }[];
    };
  },
): number {
  const kinds = new Map(of.parts.map(({ id, kind }) => [id, kind] as const));
  const ofKind = (ids: readonly string[], kind: PartKind): number =>
    ids.filter((id) => kinds.get(id) === kind).length;
  const kept = [...of.found.needed, ...of.found.open].map(({ id }) => id);
  return group.reduce((chance, id) => {
    const kind = kinds.get(id) ?? 'requirement';
    const gone = before[kind].gone + ofKind(of.found.gone, kind);
    const needed = before[kind].needed + ofKind(kept, kind);
    return (chance * gone) / (gone + needed);
  }, 1);
}
