import { evidenceIn } from '../results/evidence-in.ts';
import { inventoryOf } from '../results/inventory.ts';
import { isRed } from '../results/red-repository.ts';
import type { TestRun, TreeRuns } from '../results/test-report.ts';
import { suitePassesEmptied } from '../results/vacuous-tests.ts';
import type { SpecVersion } from '../specs/spec.ts';
import { pathRules } from '../specs/writable.ts';

/** How test runs of one version are read: nothing counts that a model may have written itself. */
export type TreeEvidence = {
  /** The repository's own run; null if there was none. */
  readonly own: TestRun | null;
  /** It passed, with everything that it reports. */
  readonly isOwnGreen: boolean;
  /** The suite passes with `writes` emptied, judged by the tests of the commit's own run if there is one. */
  readonly passesEmptied: boolean;
  readonly read: (testRun: TestRun) => TestRun;
};

/** What the runs on the committed and on the emptied tree say; undefined if the trees were not tested. */
export function treeEvidence({ spec }: SpecVersion, trees: TreeRuns | undefined): TreeEvidence {
  const runs = [trees?.own, trees?.emptied];
  const around = {
    mayWrite: remembered(pathRules(spec).mayWrite),
    cutShortAnyway: new Set(runs.flatMap((run) => run?.report?.cutShort ?? [])),
  };
  const read = (testRun: TestRun): TestRun => evidenceIn(testRun, around);
  const own = trees?.own ? read(trees.own) : null;
  const passesEmptied =
    trees !== undefined && suitePassesEmptied(read(trees.emptied), inventoryOf({ ownRun: own, cells: [] }));
  const isOwnGreen = own !== null && !isRed(trees?.own ?? null);
  return { own, isOwnGreen, passesEmptied, read };
}

// Cached: thousands of runs report the tests of the same few files.
function remembered(ask: (path: string) => boolean): (path: string) => boolean {
  const answers = new Map<string, boolean>();
  return (path) => {
    const answer = answers.get(path) ?? ask(path);
    answers.set(path, answer);
    return answer;
  };
}
