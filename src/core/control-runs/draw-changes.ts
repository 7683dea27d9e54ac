import type { Change, ProvenChange } from '../controls/change.ts';
import { digest } from '../digest.ts';

/** Which changes a control run makes. */
export type DrawRequest = {
  readonly proven: readonly ProvenChange[];
  /** The tree that is controlled decides, so that each tree is asked other things. */
  readonly seed: string;
  /** What the tree was asked before, and the tests that did not notice it. */
  readonly again?: { readonly before: readonly ProvenChange[]; readonly unnoticed: ReadonlySet<string> };
};

/** One change for each test that has any, so that no two changes in one test can make up for each other. */
export function drawChanges({ proven, seed, again }: DrawRequest): readonly ProvenChange[] {
  const before = new Set(again?.before.map(({ change }) => change));
  const isWanted = ({ change, tests }: ProvenChange): boolean =>
    again === undefined || (!before.has(change) && tests.some((id) => again.unnoticed.has(id)));
  const ordered = proven
    .filter((each) => again === undefined || !before.has(each.change))
    .map((each) => ({
      each,
      order: [isWanted(each) ? 0 : 1, strength(each.change), digest([seed, each.change])] as const,
    }))
    .toSorted((one, other) => compare(one.order, other.order));
  const asked = new Set<string>();
  const places = new Set<string>();
  return ordered.flatMap(({ each }) => {
    const { path, line, occurrence, column } = each.change;
    const place = JSON.stringify([path, line, occurrence, column]);
    if (places.has(place) || each.tests.some((id) => asked.has(id))) return [];
    places.add(place);
    for (const id of each.tests) asked.add(id);
    return [each];
  });
}

/**
 * What may be asked once more where no other change is left: each row of a table is a test of its own, mostly with one
 * change. Rows of one table that went unnoticed side by side are changes of one test; all but the first are asked again.
 */
export function besideUnnoticed(
  drawn: readonly ProvenChange[],
  unnoticed: ReadonlySet<string>,
): readonly ProvenChange[] {
  const tables = new Set<string>();
  return drawn.filter(({ change: { path, block }, tests }) => {
    if (!tests.some((id) => unnoticed.has(id))) return false;
    const table = JSON.stringify([path, block]);
    const isBeside = tables.has(table);
    tables.add(table);
    return isBeside;
  });
}

// Data concern many tests at once, so drawn later they would be left out. Code whose values equal anything passes a literal,
// and fails an assertion that is turned round: the weaker question.
function strength({ kind }: Change): number {
  return kind === 'data' ? 0 : kind === 'turned' ? 2 : 1;
}

type Order = readonly [number, number, string];

function compare(one: Order, other: Order): number {
  return one[0] - other[0] || one[1] - other[1] || (one[2] < other[2] ? -1 : 1);
}
