import { isRed } from './red-repository.ts';
import type { TestRun } from './test-report.ts';

/** The tests that are expected to run. With no ids nothing is known of them and the exit code is asked. */
export type Inventory = {
  readonly ids: readonly string[];
  /** Those of them that are skipped without a model's doing. */
  readonly skipped: ReadonlySet<string>;
};

/** What is known of a commit's tests. */
export type InventoryRequest = {
  /** On the committed code; null where nothing is committed under `writes`. */
  readonly ownRun: TestRun | null;
  /** Test runs of that commit's cells, of all models. */
  readonly cells: readonly TestRun[];
};

/** The tests a commit is expected to run: those of its own run, else those that its cells agree on. */
export function inventoryOf({ ownRun, cells }: InventoryRequest): Inventory {
  const own = ownRun === null ? null : statusesIn(ownRun);
  if (ownRun === null || own === null) return agreedBy(cells);
  const inventory = { ids: [...own.keys()], skipped: skippedIn(own) };
  // Where the spec is ahead of the code, test files die at import in the own run: the cells know their tests.
  return isRed(ownRun) ? union(inventory, agreedBy(cells)) : inventory;
}

/** The tests of one side of a comparison. */
export type SideInventory = {
  readonly inventory: Inventory;
  /** It has every test of its commit, because the commit's own run is green: what is not in it is not there. */
  readonly isWhole: boolean;
};

/**
 * The tests that base and head are compared on: those with the same id on both, because a test that one commit does not
 * have says nothing of a model. Only where a side may not know all of its tests, and nothing that a test could read
 * differs, is it expected to have those of the other.
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

/** Ids reported by at least two cells and by at least half of those that ran to their end. */
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

/** null when the run did not come to its end, or its report names no tests. With the exit code alone there are none to name. */
function statusesIn({ run, report }: TestRun): Statuses | null {
  if (run.end.kind !== 'exited' || report === null) return null;
  if (report.cases.length === 0 && report.format !== 'exit-code') return null;
  return new Map(report.cases.map(({ id, status }) => [id, status]));
}
