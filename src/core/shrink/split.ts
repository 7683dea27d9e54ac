import type { PartGroup } from '../parts/part.ts';

/**
 * A list of parts as shorter lists: its sections, lists and tables with what stands between them, or where it has none
 * its halves. All parts stay, in their order.
 */
export function split(ids: readonly string[], groups: readonly PartGroup[]): readonly (readonly string[])[] {
  const inner = largestInside(ids, groups);
  const chunks = chunked(ids, inner);
  return chunks.length > 1 ? chunks : halves(ids);
}

/** The first half, which is the larger one, and the second. */
export function halves(ids: readonly string[]): readonly (readonly string[])[] {
  const middle = Math.ceil(ids.length / 2);
  return [ids.slice(0, middle), ids.slice(middle)].filter((half) => half.length > 0);
}

// Groups that hold only some of these parts, none of them inside another.
function largestInside(ids: readonly string[], groups: readonly PartGroup[]): readonly ReadonlySet<string>[] {
  const wanted = new Set(ids);
  const inside = groups
    .map((group) => group.parts.filter((id) => wanted.has(id)))
    .filter((parts) => parts.length > 0 && parts.length < ids.length)
    .toSorted((one, other) => other.length - one.length);
  const taken = new Set<string>();
  const largest: ReadonlySet<string>[] = [];
  for (const parts of inside) {
    if (parts.some((id) => taken.has(id))) continue;
    for (const id of parts) taken.add(id);
    largest.push(new Set(parts));
  }
  return largest;
}

function chunked(
  ids: readonly string[],
  groups: readonly ReadonlySet<string>[],
): readonly (readonly string[])[] {
  const chunks: string[][] = [];
  let before: ReadonlySet<string> | null | undefined;
  for (const id of ids) {
    const group = groups.find((each) => each.has(id)) ?? null;
    const last = chunks.at(-1);
    if (last !== undefined && group === before) last.push(id);
    else chunks.push([id]);
    before = group;
  }
  return chunks;
}
