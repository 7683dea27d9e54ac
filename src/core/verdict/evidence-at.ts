import { cellsOfVersion } from './measurements.ts';
import type { MeasuredCell, Measurements } from './measurements.ts';
import { evidenceIn } from '../results/evidence-in.ts';
import type { Surroundings } from '../results/evidence-in.ts';
import { inventoryOf } from '../results/inventory.ts';
import type { SideInventory } from '../results/inventory.ts';
import { isRed } from '../results/red-repository.ts';
import type { TestRun, TreeRuns } from '../results/test-report.ts';
import { suitePassesEmptied } from '../results/vacuous-tests.ts';
import type { Spec, SpecVersion } from '../specs/spec.ts';
import { mayWrite } from '../specs/writable.ts';

/** How test runs of one version are read: nothing that a model may have made itself counts. */
export type Reading = (testRun: TestRun) => TestRun;

/** The reading of a version's test runs, given everything measured so far. */
export function readingAt(version: SpecVersion, measurements: Measurements): Reading {
  const trees = measurements.trees.get(version);
  const plain = surroundings(version.spec, trees);
  const own = trees?.own ?? null;
  // A green own run says how its tests report. Else the cells do: by node:test alone, because any code can print TAP.
  const reportsTests =
    (own === null || isRed(own)) &&
    cellRunsOf(version, measurements).some(
      (run) => run.report?.format === 'node-test' && hasCases(evidenceIn(run, plain)),
    );
  if (trees === undefined) return (testRun) => evidenceIn(testRun, { ...plain, reportsTests });
  const evidence = readingsOf(trees, reportsTests);
  return (testRun) => {
    const read = evidence.get(testRun) ?? evidenceIn(testRun, { ...plain, reportsTests });
    evidence.set(testRun, read);
    return read;
  };
}

type Readings = WeakMap<TestRun, TestRun>;

// Every question of a version reads the runs of all of them.
const readings = new WeakMap<TreeRuns, { readonly plain: Readings; readonly reporting: Readings }>();

function readingsOf(trees: TreeRuns, reportsTests: boolean): Readings {
  const known = readings.get(trees) ?? { plain: new WeakMap(), reporting: new WeakMap() };
  readings.set(trees, known);
  return reportsTests ? known.reporting : known.plain;
}

/** The tests that a version is expected to run. */
export function inventoryAt(version: SpecVersion, measurements: Measurements): SideInventory {
  const trees = measurements.trees.get(version);
  const count = cellsOfVersion(measurements, version).length;
  const known = inventories.get(measurements.cells)?.get(version);
  if (known !== undefined && known.count === count && known.trees === trees) return known.inventory;
  const inventory = inventoryOfVersion(version, measurements);
  const all = inventories.get(measurements.cells) ?? new Map<SpecVersion, KnownInventory>();
  inventories.set(measurements.cells, all);
  all.set(version, { count, trees, inventory });
  return inventory;
}

type KnownInventory = {
  readonly count: number;
  readonly trees: TreeRuns | undefined;
  readonly inventory: SideInventory;
};

// The same for all models of a version, until one more cell of it is measured.
const inventories = new WeakMap<readonly MeasuredCell[], Map<SpecVersion, KnownInventory>>();

function inventoryOfVersion(version: SpecVersion, measurements: Measurements): SideInventory {
  const read = readingAt(version, measurements);
  const own = measurements.trees.get(version)?.own ?? null;
  const ownRun = own === null ? null : read(own);
  const isWhole = ownRun !== null && !isRed(ownRun);
  // A green own run that names its tests needs no cells to know them, and there may be thousands.
  const isNamed = isWhole && ownRun.report !== null && hasCases(ownRun);
  const cells = isNamed ? [] : cellRunsOf(version, measurements).map((run) => read(run));
  return { inventory: inventoryOf({ ownRun, cells }), isWhole };
}

/** Whether the suite passes with `writes` emptied, by the tests of the commit's own run where there is one. */
export function passesEmptied({ spec }: SpecVersion, trees: TreeRuns): boolean {
  const plain = surroundings(spec, trees);
  const ownRun = trees.own === null ? null : evidenceIn(trees.own, plain);
  return suitePassesEmptied(evidenceIn(trees.emptied, plain), inventoryOf({ ownRun, cells: [] }));
}

function surroundings(spec: Spec, trees: TreeRuns | undefined): Surroundings {
  const runs = [trees?.own, trees?.emptied];
  return {
    mayWrite: (path) => mayWrite(path, spec),
    cutShortAnyway: new Set(runs.flatMap((run) => run?.report?.cutShort ?? [])),
    reportsTests: false,
  };
}

function cellRunsOf(version: SpecVersion, measurements: Measurements): readonly TestRun[] {
  return cellsOfVersion(measurements, version).flatMap(({ testRun }) => (testRun === null ? [] : [testRun]));
}

function hasCases({ report }: TestRun): boolean {
  return report !== null && report.cases.length > 0;
}
