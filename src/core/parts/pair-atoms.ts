/** Both sides of one place in a change. Where they are equal nothing changed. */
export type Sides = { readonly absent: string; readonly present: string };

/**
 * Puts the removed and the added words of a place side by side. What is alike is one rewritten part; what stands on one
 * side only, between two of those, is a part of its own; the rest cannot be told apart and stays together.
 */
export function pairAtoms(removed: readonly string[], added: readonly string[]): readonly Sides[] {
  if (removed.length === 0) return added.map((present) => ({ absent: '', present }));
  if (added.length === 0) return removed.map((absent) => ({ absent, present: '' }));
  if (removed.length * added.length > mostPairs)
    return [{ absent: removed.join(''), present: added.join('') }];
  const pairs = bestPairs(removed, added);
  const sides: Sides[] = [];
  let [old, young] = [0, 0];
  for (const pair of [...pairs, { old: removed.length, young: added.length }]) {
    sides.push(...between(removed.slice(old, pair.old), added.slice(young, pair.young)));
    const [absent, present] = [removed[pair.old], added[pair.young]];
    if (absent !== undefined && present !== undefined) sides.push({ absent, present });
    [old, young] = [pair.old + 1, pair.young + 1];
  }
  return sides;
}

// Every pair is compared; a hunk with more sentences than this is rewritten as a whole.
const mostPairs = 10_000;

function between(removed: readonly string[], added: readonly string[]): readonly Sides[] {
  if (removed.length > 0 && added.length > 0) return [{ absent: removed.join(''), present: added.join('') }];
  return [
    ...removed.map((absent) => ({ absent, present: '' })),
    ...added.map((present) => ({ absent: '', present })),
  ];
}

type Pair = { readonly old: number; readonly young: number };

/** The pairs, in the order of both sides, that have most words in common. */
function bestPairs(removed: readonly string[], added: readonly string[]): readonly Pair[] {
  const [olds, youngs] = [removed.map(wordsOf), added.map(wordsOf)];
  let above: readonly Chain[] = [nothing, ...added.map(() => nothing)];
  for (const [old, before] of olds.entries()) {
    const row: Chain[] = [nothing];
    for (const [young, after] of youngs.entries()) {
      const likeness = likenessOf(before, after);
      const diagonal = above[young] ?? nothing;
      const paired = { score: diagonal.score + likeness, pair: { old, young }, before: diagonal };
      const others = [above[young + 1] ?? nothing, row[young] ?? nothing];
      row.push(
        [...others, ...(likeness >= 0.4 ? [paired] : [])].reduce((best, each) =>
          each.score > best.score ? each : best,
        ),
      );
    }
    above = row;
  }
  return pairsOf(above.at(-1) ?? nothing);
}

type Chain = { readonly score: number; readonly pair: Pair | null; readonly before: Chain | null };
const nothing: Chain = { score: 0, pair: null, before: null };

function pairsOf(chain: Chain): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let at: Chain | null = chain; at !== null; at = at.before)
    if (at.pair !== null) pairs.unshift(at.pair);
  return pairs;
}

// An item is no rewritten sentence: its marker is one of its words and more than that.
function wordsOf(text: string): ReadonlySet<string> {
  const [marker = 'none'] = /^\s*(?:[-+*]|\d+[.)]|#+|\||>|`{3})(?=\s|\w)/.exec(text) ?? [];
  return new Set([
    `marker ${marker.trim().replace(/\d+/, '1')}`,
    ...(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
  ]);
}

/** The share of words that two texts have in common, 0…1; none if they are different kinds of block. */
function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [marker = ''] = one;
  if (!other.has(marker)) return 0;
  const common = [...one].filter((word) => other.has(word)).length;
  return (2 * common) / (one.size + other.size);
}
