import { applyChanges, canApply } from '../../core/controls/apply-changes.ts';
import type { Change, ChangedFile, Controls, ProvenChange } from '../../core/controls/change.ts';
import { placesIn, type PlacesOfBlock } from '../../core/controls/changes-in.ts';
import { changedData, isDataFile } from '../../core/controls/changed-data.ts';
import { controlsOf, type Tried } from '../../core/control-runs/controls-of.ts';
import {
  dataTrials,
  firstTrials,
  isWorthTrying,
  splitTrial,
  trialLimits,
} from '../../core/control-runs/plan-trials.ts';
import { readTrial, wholeCommand, type Trial, type TrialResult } from '../../core/control-runs/read-trial.ts';
import {
  declaredAt,
  declaringFile,
  isSameFile,
  type DeclaringFile,
} from '../../core/control-runs/test-names.ts';
import { digest } from '../../core/digest.ts';
import { fileOfCase } from '../../core/results/case-id.ts';
import type { TestRun, TreeRuns } from '../../core/results/test-report.ts';
import { isSuiteVacuous } from '../../core/results/vacuous-tests.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import type { Content } from '../../ports/workspace.ts';
import { controlTimeout } from '../../core/control-runs/control-timeout.ts';
import type { Engine } from './engine.ts';
import { readTestFiles } from './read-test-files.ts';
import { runTests } from './run-tests.ts';

/** Controls, with the texts of the test files on which they were found. */
export type Found = { readonly controls: Controls; readonly files: readonly ChangedFile[] };

/** Code that is known to be right as far as its tests can tell: the committed code, or what a model wrote for a base. */
export type KnownCode = { readonly content: Content; readonly testRun: TestRun };

/** The version that is asked about, and what is known of it. */
export type Asking = {
  readonly version: SpecVersion;
  readonly trees: TreeRuns | undefined;
  /** null: only the changes of the base can be used. */
  readonly code: KnownCode | null;
  /** What is known of the version that it is compared with. */
  readonly base: Found | null;
};

/** The changes of a version's tests that code is seen to fail on; null if the version has no test that could show any. */
export async function controlsFor(
  engine: Engine,
  { version, trees, code, base }: Asking,
): Promise<Found | null> {
  if (trees === undefined || isSuiteVacuous(trees)) return null;
  const own = code?.testRun ?? null;
  const passing = passingIn(own);
  const known = base?.controls ?? null;
  const inherited = known?.proven ?? [];
  if (passing.length + inherited.length === 0) return null;
  const files = await readTestFiles(engine, version, fileFilter(passing, inherited));
  const kept = keptFrom(base, files);
  const covered = new Set(kept.flatMap(({ tests }) => tests));
  const uncovered = passing.filter((id) => !covered.has(id));
  const tried = await tryChanges(engine, { version, code, files, uncovered });
  return { files, controls: controlsOf({ passing, kept, tried, base: known, own }) };
}

/** The changes of the base that can be made here too: their lines are unchanged. */
function keptFrom(base: Found | null, files: readonly ChangedFile[]): readonly ProvenChange[] {
  if (base === null) return [];
  const hasSameData = dataIn(base.files) === dataIn(files);
  return base.controls.proven.filter(({ change }) => {
    if (change.kind === 'data') return hasSameData;
    const before = base.files.find(({ path }) => path === change.path)?.text;
    const now = files.find(({ path }) => path === change.path)?.text;
    return before !== undefined && now !== undefined && canApply(change, { before, now });
  });
}

function dataIn(files: readonly ChangedFile[]): string {
  return digest(files.filter(({ path }) => isDataFile(path)));
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
    isDataFile(path) ||
    changed.has(path) ||
    !isNamed ||
    files.has(path) ||
    [...files].some((file) => isSameFile(file, path));
}

type Trying = {
  readonly version: SpecVersion;
  readonly code: KnownCode | null;
  readonly files: readonly ChangedFile[];
  readonly uncovered: readonly string[];
};

async function tryChanges(engine: Engine, trying: Trying): Promise<Tried> {
  const { version, code, files, uncovered } = trying;
  if (code === null || uncovered.length === 0) return nothingTried;
  const declaring = files.map(({ path, text }) => declaringFile(path, text));
  const queue = [...trialsIn({ code, files, uncovered, declaring })];
  const proven: ProvenChange[] = [];
  const unnoticed: Change[] = [];
  // The time that the runs took is on record with them, so a replay finds the same changes.
  let spentMs = 0;
  for (let runs = 0; runs < trialLimits.runs && spentMs < trialLimits.milliseconds; runs += 1) {
    const trial = queue.shift();
    if (trial === undefined) break;
    if (!isWorthTrying(trial, uncovered, proven)) continue;
    const result = await tryOut(engine, { version, code, files, declaring }, trial);
    if (result === null) break;
    spentMs += result.durationMs;
    proven.push(...result.proven);
    unnoticed.push(...result.unnoticed);
    queue.push(...splitTrial(result.unclear));
  }
  return { proven, unnoticed };
}

type Searching = Pick<Trying, 'files' | 'uncovered'> & {
  readonly code: KnownCode;
  readonly declaring: readonly DeclaringFile[];
};

function trialsIn({ code, files, uncovered, declaring }: Searching): readonly Trial[] {
  const places = files.flatMap(({ path, text }) => placesIn(path, text));
  const useful = places.filter((each) => isUseful(each, uncovered, declaring));
  const hasExamples = files.some(({ path, text }) => isDataFile(path) && changedData(text, 0) !== null);
  const trials = firstTrials(useful, code.testRun.report?.format === 'exit-code');
  return hasExamples ? [...trials, ...dataTrials] : trials;
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
  of: Omit<Trying, 'uncovered' | 'code'> & {
    readonly code: KnownCode;
    readonly declaring: readonly DeclaringFile[];
  },
  trial: Trial,
): Promise<(TrialResult & { readonly durationMs: number }) | null> {
  const { version, code, files, declaring } = of;
  const { content, testRun: own } = code;
  const changed = changedFiles(files, trial);
  const { testRun } = await runTests(engine, version, {
    content,
    timeoutMs: controlTimeout(own, version.spec.timeoutMs),
    changed,
    isGuarded: false,
  });
  if (testRun.run.end.kind === 'cancelled') return null;
  return { ...readTrial({ own, run: testRun, trial, files: declaring }), durationMs: testRun.run.durationMs };
}

/** The test files that these changes are in, with the changes made. */
export function changedFiles(
  files: readonly ChangedFile[],
  changes: readonly Change[],
): readonly ChangedFile[] {
  return files.flatMap(({ path, text }) => {
    const data = isDataFile(path) ? changes.find(({ kind }) => kind === 'data') : undefined;
    const here = changes.filter((change) => change.path === path);
    const made = here.length === 0 ? null : applyChanges(text, here);
    const changed = data === undefined ? made : changedData(text, Number(data.to));
    return changed === null ? [] : [{ path, text: changed }];
  });
}
