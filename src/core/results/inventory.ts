import { isRed } from './red-repository.ts';
import type { TestRun } from './test-report.ts';

/** The tests that are expected to run. Without ids nothing is known about them, and the exit code decides. */
export type Inventory = {
  readonly ids: readonly string[];
  /** The ones among them that are skipped even without generated code. */
  readonly skipped: ReadonlySet<string>;
};

/** What is known of a commit's tests. */
export type InventoryRequest = {
  /** The test run on the committed code; null if nothing is committed under `writes`. */
  readonly ownRun: TestRun | null;
  /** Test runs of that commit's cells, on all models. */
  readonly cells: readonly TestRun[];
};

/** The tests that a commit is expected to run: those of its own run, otherwise those on which its cells agree. */
export function inventoryOf({ ownRun, cells }: InventoryRequest): Inventory {
  const own = ownRun === null ? null : statusesIn(ownRun);
  if (ownRun === null || own === null) return agreedBy(cells);
  const inventory = { ids: [...own.keys()], skipped: skippedIn(own) };
  // If the spec is ahead of the code, test files crash at import in the own run; then the cells know their tests.
  return isRed(ownRun) ? union(inventory, agreedBy(cells)) : inventory;
}

/** The tests of one side of a comparison. */
export type SideInventory = {
  readonly inventory: Inventory;
  /** The commit's own run is green, so the inventory has all of its tests: a missing test does not exist. */
  readonly isWhole: boolean;
};

/**
 * The tests on which base and head are compared: those with the same id on both sides, because a test that one commit
 * does not have says nothing about a model. A side is expected to have the tests of the other only if it may not know
 * all of its own and nothing that a test could read differs.
 */
export function sharedInventory(
  base: SideInventory,
  head: SideInventory,
  testsMayDiffer: boolean,
): Inventory {
  const both = union(base.inventory, head.inventory);
  const lacks = ({ inventory, isWhole }: SideInventory): ((id: string) => boolean) => {
    const ids = new Set(inventory.ids);
    return (id) => (isWhole || testsMayDiffer) && !ids.has(id);
  };
  const [baseLacks, headLacks] = [lacks(base), lacks(head)];
  return { ids: both.ids.filter((id) => !baseLacks(id) && !headLacks(id)), skipped: both.skipped };
}

function union(one: Inventory, other: Inventory): Inventory {
  return {
    ids: [...new Set([...one.ids, ...other.ids])],
    skipped: new Set([...one.skipped, ...other.skipped]),
  };
}

type Statuses = ReadonlyMap<string, 'passed' | 'failed' | 'skipped'>;

/** Ids that at least two cells report, and at least half of those that finished. */
function agreedBy(cells: readonly TestRun[]): Inventory {
  const ended = cells.flatMap((cell) => statusesIn(cell) ?? []);
  const ids = [...new Set(ended.flatMap((statuses) => [...statuses.keys()]))];
  const count = (id: string, isCounted: (status: string | undefined) => boolean): number =>
    ended.filter((statuses) => isCounted(statuses.get(id))).length;
  const reported = (id: string): number => count(id, (status) => status !== undefined);
  const agreed = ids.filter((id) => reported(id) >= Math.max(2, ended.length / 2));
  const isSkipped = (id: string): boolean => count(id, (status) => status === 'skipped') > reported(id) / 2;
  return { ids: agreed, skipped: new Set(agreed.filter((id) => isSkipped(id))) };
}

function skippedIn(statuses: Statuses): ReadonlySet<string> {
  return new Set([...statuses].filter(([, status]) => status === 'skipped').map(([id]) => id));
}

/** null when the run did not finish, or its report names no tests. With only an exit code there are no names. */
function statusesIn({ run, report }: TestRun): Statuses | null {
  if (run.end.kind !== 'exited' || report === null) return null;
  if (report.cases.length === 0 && report.format !== 'exit-code') return null;
  return new Map(report.cases.map(({ id, status }) => [id, status]));
}
