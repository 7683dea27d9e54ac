import { atOnce } from '../../core/at-once.ts';
import { applyChanges, canApply } from '../../core/controls/apply-changes.ts';
import type { Change, ChangedFile, Controls, ProvenChange } from '../../core/controls/change.ts';
import { placesIn, type PlacesOfBlock } from '../../core/controls/changes-in.ts';
import { controlsOf, type Tried } from '../../core/control-runs/controls-of.ts';
import { firstTrials, splitTrial, trialLimits } from '../../core/control-runs/plan-trials.ts';
import { readTrial, wholeCommand, type Trial, type TrialResult } from '../../core/control-runs/read-trial.ts';
import {
  declaredAt,
  declaringFile,
  isSameFile,
  type DeclaringFile,
} from '../../core/control-runs/test-names.ts';
import { fileOfCase } from '../../core/results/case-id.ts';
import type { TestRun, TreeRuns } from '../../core/results/test-report.ts';
import { isSuiteVacuous } from '../../core/results/vacuous-tests.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { controlTimeout } from './control-timeout.ts';
import { stoppedBy, type Engine } from './engine.ts';
import { readTestFiles } from './read-test-files.ts';
import { runTests } from './run-tests.ts';

type Trees = ReadonlyMap<SpecVersion, TreeRuns>;

/**
 * Finds out which changes of the tests honest code fails on, before any model is asked: on each base, and on a head for
 * what its base cannot say. The result stands beside the runs of the tree.
 */
export async function findControls(
  engine: Engine,
  sides: ReadonlyMap<SpecVersion, 'base' | 'head'>,
  trees: Trees,
): Promise<Trees> {
  const of = (side: 'base' | 'head'): readonly SpecVersion[] =>
    [...sides].filter(([, each]) => each === side).map(([version]) => version);
  const known = new Map<SpecVersion, Found>();
  for (const side of ['base', 'head'] as const) {
    const found = await atOnce(of(side), async (version, stop) => {
      const base = side === 'base' ? null : baseOf(version, known);
      return [
        version,
        await controlsFor(stoppedBy(engine, stop), { version, trees: trees.get(version), base }),
      ] as const;
    });
    for (const [version, each] of found) if (each !== null) known.set(version, each);
  }
  return new Map(
    [...trees].map(([version, each]) => {
      const controls = known.get(version)?.controls;
      return [version, controls === undefined ? each : { ...each, controls }] as const;
    }),
  );
}

type Found = { readonly controls: Controls; readonly files: readonly ChangedFile[] };

function baseOf({ spec }: SpecVersion, known: ReadonlyMap<SpecVersion, Found>): Found | null {
  return [...known].find(([version]) => version.spec.name === spec.name)?.[1] ?? null;
}

type Asking = {
  readonly version: SpecVersion;
  readonly trees: TreeRuns | undefined;
  /** What is known of the version that it is compared with. */
  readonly base: Found | null;
};

async function controlsFor(engine: Engine, { version, trees, base }: Asking): Promise<Found | null> {
  if (trees === undefined || isSuiteVacuous(trees)) return null;
  const inherited = base?.controls.proven ?? [];
  const { own } = trees;
  const passing = passingIn(own);
  if (passing.length + inherited.length === 0) return null;
  const files = await readTestFiles(engine, version, fileFilter(passing, inherited));
  const kept = base === null ? [] : keptFrom(base, files);
  const covered = new Set(kept.flatMap(({ tests }) => tests));
  const uncovered = passing.filter((id) => !covered.has(id));
  const tried = own === null ? nothingTried : await tryChanges(engine, { version, own, files, uncovered });
  return { files, controls: controlsOf({ passing, kept, tried, base: base?.controls ?? null, own }) };
}

/** The changes of the base that can be made here too: their lines are unchanged. */
function keptFrom(base: Found, files: readonly ChangedFile[]): readonly ProvenChange[] {
  return base.controls.proven.filter(({ change }) => {
    const before = base.files.find(({ path }) => path === change.path)?.text;
    const now = files.find(({ path }) => path === change.path)?.text;
    return before !== undefined && now !== undefined && canApply(change, { before, now });
  });
}

const nothingTried: Tried = { proven: [], unnoticed: [] };

function passingIn(own: TestRun | null): readonly string[] {
  if (own?.report?.format === 'exit-code')
    return own.run.end.kind === 'exited' && own.run.end.code === 0 ? [wholeCommand] : [];
  return (own?.report?.cases ?? []).filter(({ status }) => status === 'passed').map(({ id }) => id);
}

// A monorepo has thousands of tests of other packages. Where ids name no file, any may be meant.
function fileFilter(
  passing: readonly string[],
  inherited: readonly ProvenChange[],
): (path: string) => boolean {
  const named = passing.map((id) => fileOfCase(id));
  const files = new Set(named.filter((file) => file !== null));
  const changed = new Set(inherited.map(({ change }) => change.path));
  const isNamed = named.length > 0 && named.every((file) => file !== null);
  return (path) =>
    changed.has(path) || !isNamed || files.has(path) || [...files].some((file) => isSameFile(file, path));
}

type Trying = {
  readonly version: SpecVersion;
  readonly own: TestRun;
  readonly files: readonly ChangedFile[];
  readonly uncovered: readonly string[];
};

async function tryChanges(engine: Engine, trying: Trying): Promise<Tried> {
  const { version, own, files, uncovered } = trying;
  if (uncovered.length === 0) return nothingTried;
  const declaring = files.map(({ path, text }) => declaringFile(path, text));
  const places = files.flatMap(({ path, text }) => placesIn(path, text));
  const useful = places.filter((each) => isUseful(each, uncovered, declaring));
  const queue = [...firstTrials(useful, own.report?.format === 'exit-code')];
  const proven: ProvenChange[] = [];
  const unnoticed: Change[] = [];
  const until = engine.ports.clock.now() + trialLimits.milliseconds;
  for (let runs = 0; runs < trialLimits.runs && engine.ports.clock.now() < until; runs += 1) {
    const trial = queue.shift();
    if (trial === undefined) break;
    const result = await tryOut(engine, { version, own, files, declaring }, trial);
    if (result === null) break;
    proven.push(...result.proven);
    unnoticed.push(...result.unnoticed);
    queue.push(...splitTrial(result.unclear));
  }
  return { proven, unnoticed };
}

/** Whether a test that passes could notice a change there. */
function isUseful(
  { path, block }: PlacesOfBlock,
  passing: readonly string[],
  files: readonly DeclaringFile[],
): boolean {
  if (passing.includes(wholeCommand)) return true;
  return passing.some((id) =>
    declaredAt(id, files).some((place) => place.path === path && (block === null || place.block === block)),
  );
}

/** null where the run was cancelled, or is on no record. */
async function tryOut(
  engine: Engine,
  of: Omit<Trying, 'uncovered'> & { readonly declaring: readonly DeclaringFile[] },
  trial: Trial,
): Promise<TrialResult | null> {
  const { version, own, files, declaring } = of;
  const changed = changedFiles(files, trial);
  const { testRun } = await runTests(engine, version, {
    content: { kind: 'committed' },
    timeoutMs: controlTimeout(own, version.spec.timeoutMs),
    changed,
    isGuarded: false,
  });
  if (testRun.run.end.kind === 'cancelled') return null;
  return readTrial({ own, run: testRun, trial, files: declaring });
}

/** The test files that these changes are in, with the changes made. */
export function changedFiles(
  files: readonly ChangedFile[],
  changes: readonly Change[],
): readonly ChangedFile[] {
  return files.flatMap(({ path, text }) => {
    const here = changes.filter((change) => change.path === path);
    const changed = here.length === 0 ? null : applyChanges(text, here);
    return changed === null ? [] : [{ path, text: changed }];
  });
}
