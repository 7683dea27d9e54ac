import { remembered } from '../remembered.ts';
import { evidenceIn } from '../results/evidence-in.ts';
import { isRed } from '../results/red-repository.ts';
import type { TestRun, TreeRuns } from '../results/test-report.ts';
import { isSuiteVacuous } from '../results/vacuous-tests.ts';
import type { SpecVersion } from '../specs/spec.ts';
import { pathRules } from '../specs/writable.ts';

/** How test runs of one version are read: nothing counts that a model may have written itself. */
export type TreeEvidence = {
  /** The repository's own run; null if there was none. */
  readonly own: TestRun | null;
  /** It passed, with everything that it reports. */
  readonly isOwnGreen: boolean;
  /** The suite passes whatever stands under `writes`. */
  readonly isVacuous: boolean;
  readonly read: (testRun: TestRun) => TestRun;
};

/** What the runs on the committed and on the emptied tree say; undefined if the trees were not tested. */
export function treeEvidence({ spec }: SpecVersion, trees: TreeRuns | undefined): TreeEvidence {
  const runs = [trees?.own, trees?.emptied];
  const around = {
    // Thousands of runs report the tests of the same few files.
    mayWrite: remembered(pathRules(spec).mayWrite),
    cutShortAnyway: new Set(runs.flatMap((run) => run?.report?.cutShort ?? [])),
  };
  const read = (testRun: TestRun): TestRun => evidenceIn(testRun, around);
  const known = trees === undefined ? null : readTrees(trees, read);
  const own = known?.own ?? null;
  const isOwnGreen = own !== null && !isRed(trees?.own ?? null);
  return { own, isOwnGreen, isVacuous: known !== null && isSuiteVacuous(known), read };
}

function readTrees({ own, emptied, standIns, notes }: TreeRuns, read: TreeEvidence['read']): TreeRuns {
  const known = { own: own === null ? null : read(own), emptied: read(emptied), notes };
  if (standIns === undefined) return known;
  const { unloadable, hollow, loaded } = standIns;
  const hollowRead = hollow === null ? null : read(hollow);
  return { ...known, standIns: { unloadable: read(unloadable), hollow: hollowRead, loaded } };
}
