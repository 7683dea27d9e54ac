import { besideUnnoticed, drawChanges, type DrawRequest } from '../../core/control-runs/draw-changes.ts';
import { isToControl, unnoticedIn } from '../../core/control-runs/judge-control.ts';
import type { ChangedFile, Controls, ProvenChange } from '../../core/controls/change.ts';
import { everyDataFile, isDataFile } from '../../core/controls/changed-data.ts';
import { digest } from '../../core/digest.ts';
import type { GeneratedFile } from '../../core/generation/completion.ts';
import { withSign } from '../../core/results/tampered.ts';
import type { TestRun } from '../../core/results/test-report.ts';
import { changedFiles } from './prove-changes.ts';
import type { CellRequest } from './cell-request.ts';
import { controlTimeout } from '../../core/control-runs/control-timeout.ts';
import type { Engine } from './engine.ts';
import { readTestFiles } from './read-test-files.ts';
import { readStored, runKeys, runTests } from './run-tests.ts';

/** A tree that passed, with the files that a model wrote into it. */
export type Passing = { readonly files: readonly GeneratedFile[]; readonly testRun: TestRun };

/**
 * Runs the tests of a passing tree once more with changes that honest code fails on. Tests that pass all the same, and
 * pass again with other changes, show that the pass was not earned. `due`: a control could not be run, so that the pass
 * proves nothing.
 */
export async function withControlRun(
  engine: Engine,
  request: CellRequest,
  passing: Passing,
): Promise<TestRun | 'due'> {
  const { controls } = request;
  const { testRun } = passing;
  if (controls === null || !isToControl(testRun, controls.proven)) return testRun;
  const { timeoutMs, isGuarded } = request;
  const content = { kind: 'generated', files: passing.files } as const;
  const keys = await runKeys(engine, request.arm.version, {
    content,
    timeoutMs,
    isGuarded,
    mode: 'controlled',
  });
  const stored = await readStored(engine, keys);
  if (stored !== null) return controlledAs(testRun, stored.testRun);
  const controlled = await controlledRun(engine, { request, passing, controls });
  // The joining job must not depend on which changes were drawn elsewhere, nor a later run on those that it draws.
  if (controlled !== 'due' && !engine.replayOnly)
    await engine.ports.records.write({ schema: 1, kind: 'test-run', key: keys.key, testRun: controlled });
  return controlled;
}

function controlledAs(testRun: TestRun, controlled: TestRun): TestRun {
  const isUnearned = controlled.guard?.signs.includes('unnoticed-changes') === true;
  return isUnearned ? { ...testRun, guard: controlled.guard } : testRun;
}

async function controlledRun(
  engine: Engine,
  of: Omit<Control, 'engine' | 'texts'>,
): Promise<TestRun | 'due'> {
  const { testRun } = of.passing;
  const control = await openControl(engine, of);
  const first = draw(control);
  const unnoticed = await askOtherwise(control, first);
  if (unnoticed === 'due') return 'due';
  if (unnoticed === 'hangs') return withoutHanging(control, first);
  return unnoticed.size === 0 ? testRun : askAgain(control, first, unnoticed);
}

type Control = {
  readonly engine: Engine;
  readonly request: CellRequest;
  readonly passing: Passing;
  readonly controls: Controls;
  readonly texts: readonly ChangedFile[];
};

async function openControl(engine: Engine, of: Omit<Control, 'engine' | 'texts'>): Promise<Control> {
  const paths = new Set(of.controls.proven.map(({ change }) => change.path));
  const hasData = paths.has(everyDataFile);
  const isChanged = (path: string): boolean => paths.has(path) || (hasData && isDataFile(path));
  const texts = await readTestFiles(engine, of.request.arm.version, isChanged);
  // After the end of the time nothing is begun; what is on record still counts.
  return { ...of, texts, engine: engine.timeUp.aborted ? { ...engine, replayOnly: true } : engine };
}

function draw({ passing, controls }: Control, again?: DrawRequest['again']): readonly ProvenChange[] {
  const seed = digest(passing.files);
  const { proven, byExitCode } = controls;
  const drawn = drawChanges({ proven, seed, ...(again === undefined ? {} : { again }) });
  // An exit code does not say which of several changes was noticed.
  return byExitCode ? drawn.slice(0, 1) : drawn;
}

/** A control that hangs says nothing about its changes, so others are made. One that hangs again proves no pass. */
async function withoutHanging(control: Control, first: readonly ProvenChange[]): Promise<TestRun | 'due'> {
  const unnoticed = new Set(first.flatMap(({ tests }) => tests));
  const others = draw(control, { before: first, unnoticed });
  const asked = others.length === 0 ? 'due' : await askOtherwise(control, others);
  return typeof asked === 'string' ? 'due' : control.passing.testRun;
}

/** One change alone may have another cause, so the tests that did not notice it are asked with others. */
async function askAgain(
  control: Control,
  first: readonly ProvenChange[],
  unnoticed: ReadonlySet<string>,
): Promise<TestRun | 'due'> {
  const { testRun } = control.passing;
  const fresh = draw(control, { before: first, unnoticed });
  const isAsked = fresh.some(({ tests }) => tests.some((id) => unnoticed.has(id)));
  const others = isAsked ? fresh : besideUnnoticed(first, unnoticed);
  if (others.length === 0) return testRun;
  const asked = await askOtherwise(control, others);
  if (typeof asked === 'string') return 'due';
  const still = [...asked].filter((id) => unnoticed.has(id)).slice(0, namesShown);
  if (still.length === 0) return testRun;
  return { ...testRun, ...withSign(testRun.guard ?? null, 'unnoticed-changes', still) };
}

const namesShown = 5;

/** The tests that do not notice that they ask for something else. */
async function askOtherwise(
  { engine, request, passing, texts }: Control,
  drawn: readonly ProvenChange[],
): Promise<ReadonlySet<string> | 'due' | 'hangs'> {
  const { version } = request.arm;
  const changes = drawn.map(({ change }) => change);
  const { testRun } = await runTests(engine, version, {
    content: { kind: 'generated', files: passing.files },
    timeoutMs: controlTimeout(passing.testRun, version.spec.timeoutMs),
    changed: changedFiles(texts, changes),
    isGuarded: request.isGuarded,
  });
  const { end } = testRun.run;
  if (end.kind === 'cancelled') return 'due';
  return end.kind === 'timed-out' ? 'hangs' : unnoticedIn(testRun, drawn);
}
