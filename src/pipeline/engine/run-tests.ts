import type { ChangedFile } from '../../core/controls/change.ts';
import { testRunKey, type TestMode } from '../../core/records/test-run-key.ts';
import { couldNotStart } from '../../core/results/own-run/could-not-start.ts';
import { portTaken } from '../../core/results/port-taken.ts';
import { whySilent } from '../../core/results/own-run/silent-run.ts';
import { cellLimits, ownRunLimits, type ReportLimits } from '../../core/results/report-limits.ts';
import type { NotedTestRun, TestRun } from '../../core/results/test-report.ts';
import type { TestRunRecord } from '../../core/records/record.ts';
import { readsAlike } from '../../core/results/reads-alike.ts';
import { mayUse } from '../../core/records/trust.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { CancelledError, UserError, WorkspaceLostError } from '../../errors.ts';
import type { Content } from '../../ports/workspace.ts';
import type { Isolation } from '../../ports/sandbox.ts';
import type { Engine } from './engine.ts';
import type * as tester from './test-in-workspace.ts';

/**
 * A tree to test: the content under `writes`, how long the tests may take, and how often the tree was tested before.
 */
export type TestRequest = {
  readonly content: Content;
  readonly timeoutMs: number;
  readonly repeat?: number;
  /**
   * `forced-failure`: every test is made to fail, so a pass must be forged. `traced`: what it loads in place of the
   * files under `writes` is listed. Default: `plain`.
   */
  readonly mode?: TestMode;
  /** Test files that ask for something else than committed. */
  readonly changed?: readonly ChangedFile[];
  /** Whether a guard watches the test process. Default: it does. */
  readonly isGuarded?: boolean;
};

/** Runs the version's test command on a tree with this content, or replays its record. */
export async function runTests(
  engine: Engine,
  version: SpecVersion,
  request: TestRequest,
): Promise<NotedTestRun> {
  try {
    return await recordedOrRun(engine, version, request);
  } catch (error) {
    // With generated code the sample is unmeasured; committed code that does this must be fixed by the user.
    if (!(error instanceof WorkspaceLostError) || request.content.kind === 'generated') throw error;
    throw new UserError(
      'SETUP_FAILED',
      `in ${version.commit.slice(0, 12)} ${error.message}, and running setup again did not restore it.`,
      'Change the test command so that it neither changes nor removes what `setup` makes.',
    );
  }
}

async function recordedOrRun(
  engine: Engine,
  committed: SpecVersion,
  request: TestRequest,
): Promise<NotedTestRun> {
  const { records } = engine.ports;
  const version = commandVersion(engine, committed);
  const keys = await runKeys(engine, committed, request);
  const { key } = keys;
  const stored = await readStored(engine, keys);
  if (stored !== null && (engine.replayOnly || !isSilentOwn(stored.testRun, request)))
    return { testRun: stored.testRun, notes: stored.notes ?? [] };
  if (engine.replayOnly) return { testRun: notOnRecord, notes: [] };
  return once(engine, key, async () => {
    const measured = await prepareAndTest(engine, { committed, version }, request);
    if (isWorthKeeping(measured.testRun, version, request.content))
      await records.write({ schema: 1, kind: 'test-run', key, ...measured });
    return measured;
  });
}

function commandVersion(engine: Engine, committed: SpecVersion): SpecVersion {
  const judged = testedVersion(engine, committed);
  return engine.plainCommands.has(judged) ? withPlainCommand(judged) : judged;
}

/** Under which keys a run is on record: today's, and, made only if it is looked for, the one of the reader before. */
export type RunKeys = { readonly key: string; readonly before: () => string };

/** The keys of a run, or with `controlled` of what its controls said. */
export async function runKeys(
  engine: Engine,
  committed: SpecVersion,
  request: Omit<TestRequest, 'mode'> & { readonly mode?: TestMode | 'controlled' },
): Promise<RunKeys> {
  const version = commandVersion(engine, committed);
  const { repository, sandbox } = engine.ports;
  const of = {
    tree: await repository.treeOf(version.commit),
    version,
    files: filesOf(request.content),
    sandbox: (await sandbox()).level,
    repeat: request.repeat ?? 0,
    mode: request.mode ?? 'plain',
    isGuarded: request.isGuarded,
    changed: request.changed,
  };
  return { key: testRunKey({ ...of, reader: 2 }), before: () => testRunKey({ ...of, reader: 1 }) };
}

// Two samples are often the same code: the second waits for the run of the first instead of testing it again. Only if
// that run was cancelled, perhaps together with a question that is not its own, it runs for itself.
async function once(engine: Engine, key: string, run: () => Promise<NotedTestRun>): Promise<NotedTestRun> {
  for (let other = engine.testing.get(key); other !== undefined; other = engine.testing.get(key)) {
    const shared = await other;
    if (shared.testRun.run.end.kind !== 'cancelled' || engine.signal.aborted) return shared;
  }
  const going = run().finally(() => engine.testing.delete(key));
  engine.testing.set(key, going);
  return going;
}

// A suite that said nothing may have lacked something on that machine, so it is asked again.
function isSilentOwn(testRun: TestRun, { content, changed = [] }: TestRequest): boolean {
  return changed.length === 0 && content.kind === 'committed' && whySilent(testRun) !== null;
}

// Setup runs at the first test run that is not on record, so that a replay needs none.
async function prepareAndTest(
  engine: Engine,
  { committed, version }: { readonly committed: SpecVersion; readonly version: SpecVersion },
  request: TestRequest,
): Promise<NotedTestRun> {
  const prepared = await unlessCancelled(engine.ports.workspaces.prepare(version, engine.signal));
  if (prepared === 'cancelled') return { testRun: notOnRecord, notes: [] };
  const { notes } = prepared;
  const testing = { ...request, limits: limitsOf(engine, committed, request) };
  const testRun = await testOnce(engine, version, { ...testing, turn: engine.slots.test });
  const { level } = await engine.ports.sandbox();
  if (!mayBeTheMachine(testRun, level)) return { testRun, notes };
  return { testRun: await testOnce(engine, version, { ...testing, turn: engine.slots.testAlone }), notes };
}

/**
 * On a busy machine an honest test may be slow, and where memory is short the kernel kills whatever it likes. Without a
 * sandbox all runs share one network, so one may hold the port of another. Only a second such end, with the machine to
 * itself, is evidence.
 */
function mayBeTheMachine(testRun: TestRun, level: Isolation['level']): boolean {
  const { kind } = testRun.run.end;
  return kind === 'timed-out' || kind === 'killed' || (level === 'none' && portTaken(testRun) !== null);
}

/** The version in whose tree the tests of this one run: with the judge of the base where that counts. */
export function testedVersion({ asOnBase }: Engine, version: SpecVersion): SpecVersion {
  return asOnBase.get(version) ?? version;
}

/** The version with its test command as it is, known by its exit code alone. */
export function withPlainCommand(version: SpecVersion): SpecVersion {
  return { ...version, spec: { ...version.spec, results: { kind: 'exit-code' } } };
}

/** The stored run under this key, or one of the version before that reads the same today. */
export async function readStored(
  { ports: { records, reader } }: Engine,
  { key, before }: RunKeys,
): Promise<TestRunRecord | null> {
  const stored = await records.readTestRun(key);
  if (stored !== null && mayUse(stored, reader)) return stored;
  const earlier = await records.readTestRun(before());
  const isUsable = earlier !== null && mayUse(earlier, reader) && readsAlike(earlier.testRun);
  return isUsable ? earlier : null;
}

// A missing command is the machine's fault: it may be installed before the next run.
function isWorthKeeping(testRun: TestRun, { emptied }: SpecVersion, content: Content): boolean {
  if (testRun.run.end.kind === 'cancelled') return false;
  const isOwn = content.kind === 'committed' || (content.kind === 'emptied' && emptied.length === 0);
  return !isOwn || !couldNotStart(testRun);
}

const nothing = { text: '', droppedBytes: 0 };

// Looks like a run that was stopped before it began: never evidence, never stored.
const notOnRecord: TestRun = {
  run: { end: { kind: 'cancelled' }, stdout: nothing, stderr: nothing, durationMs: 0 },
  report: null,
};

function filesOf(content: Content): readonly { readonly path: string; readonly content: string }[] | null {
  switch (content.kind) {
    case 'committed':
      return null;
    case 'emptied':
      return [];
    case 'generated':
      return content.files;
  }
}

// The committed code's own report says how large those of cells may be.
function limitsOf(engine: Engine, version: SpecVersion, { content }: TestRequest): ReportLimits {
  if (content.kind === 'committed') return ownRunLimits;
  return engine.reportLimits.get(version) ?? cellLimits(null);
}

// Loaded at the first run: it brings along every runner and every format, and what is on record needs none. Kept, because
// Node looks for the file again at each import.
let tests: Promise<typeof tester> | null = null;

async function testOnce(engine: Engine, version: SpecVersion, request: tester.Testing): Promise<TestRun> {
  const { testInWorkspace } = await (tests ??= import('./test-in-workspace.ts'));
  const testing = engine.slots.workspace(() => testInWorkspace(engine, version, request));
  const testRun = await unlessCancelled(testing);
  return testRun === 'cancelled' ? notOnRecord : testRun;
}

// A setup that is cancelled, the first one or a repeated one, ends the sample like a cancelled test run.
async function unlessCancelled<Value>(going: Promise<Value>): Promise<Value | 'cancelled'> {
  try {
    return await going;
  } catch (error) {
    if (error instanceof CancelledError) return 'cancelled';
    throw error;
  }
}
