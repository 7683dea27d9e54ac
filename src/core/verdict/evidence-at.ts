import type { Measurements, TreeRuns } from '../plan/measurements.ts';
import { evidenceIn } from '../results/evidence-in.ts';
import type { Surroundings } from '../results/evidence-in.ts';
import { inventoryOf } from '../results/inventory.ts';
import type { SideInventory } from '../results/inventory.ts';
import { isRed } from '../results/red-repository.ts';
import type { TestRun } from '../results/test-report.ts';
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
  return (testRun) => evidenceIn(testRun, { ...plain, reportsTests });
}

/** The tests that a version is expected to run. */
export function inventoryAt(version: SpecVersion, measurements: Measurements): SideInventory {
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

function cellRunsOf(version: SpecVersion, { cells }: Measurements): readonly TestRun[] {
  return cells
    .filter(({ arm }) => arm.version === version)
    .flatMap(({ testRun }) => (testRun === null ? [] : [testRun]));
}

function hasCases({ report }: TestRun): boolean {
  return report !== null && report.cases.length > 0;
}
