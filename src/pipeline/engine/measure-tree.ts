import { atOnce } from '../../core/at-once.ts';
import { cellLimits } from '../../core/results/report-limits.ts';
import type { NotedTestRun, TreeRuns } from '../../core/results/test-report.ts';
import { timeoutOf } from '../../core/results/timeout-of.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { SandboxError, UserError } from '../../errors.ts';
import { stoppedBy } from './engine.ts';
import type { Engine } from './engine.ts';
import { judgeOfTree } from './judge-of-tree.ts';
import { judgeOwnRun, refuseMissingProgram } from './judge-own-run.ts';
import { readableOwnRun } from './readable-own-run.ts';
import { runTests } from './run-tests.ts';
import { SilentTestsError } from './silent-tests-error.ts';
import { withoutOwnCode } from './stand-in-runs.ts';

/**
 * Measures the trees of these versions side by side. Throws where nothing could be measured by a test command, with
 * its last lines in the log.
 */
export async function measureTrees(
  engine: Engine,
  versions: ReadonlyMap<SpecVersion, 'base' | 'head'>,
): Promise<ReadonlyMap<SpecVersion, TreeRuns>> {
  try {
    const runs = await atOnce(
      [...versions],
      async ([version, as], stop) =>
        [version, await measureTree(stoppedBy(engine, stop), version, as)] as const,
    );
    return new Map(runs);
  } catch (error) {
    const lines = error instanceof SilentTestsError ? error.said : [];
    for (const line of lines) engine.ports.log.info(line);
    throw error;
  }
}

/**
 * Runs the test command on a version's tree before any model is asked: as committed, with `writes` emptied, and on
 * files that stand in for the committed ones.
 */
async function measureTree(engine: Engine, version: SpecVersion, as: 'base' | 'head'): Promise<TreeRuns> {
  const ownLimitMs = version.spec.timeoutMs ?? longestOwnRunMs;
  const judge = await begun(judgeOfTree(engine, version, ownLimitMs));
  const runs = await runsOf(engine, { version, as, ownLimitMs });
  return judge === null ? runs : { ...runs, judge };
}

async function runsOf(
  engine: Engine,
  of: { readonly version: SpecVersion; readonly as: 'base' | 'head'; readonly ownLimitMs: number },
): Promise<TreeRuns> {
  const { version, as, ownLimitMs } = of;
  if (version.emptied.length === 0) {
    engine.reportLimits.set(version, cellLimits(null));
    const timeoutMs = timeoutOf(version, null);
    const { testRun: emptied, notes } = await emptiedRun(engine, version, timeoutMs);
    if (!engine.replayOnly) await refuseMissingProgram(engine, { version, testRun: emptied, as });
    return { own: null, emptied, notes };
  }
  const { testRun: own, notes } = await begun(readableOwnRun(engine, version, ownLimitMs));
  engine.reportLimits.set(version, cellLimits(own));
  if (!engine.replayOnly) await judgeOwnRun(engine, { version, testRun: own, as });
  const timeoutMs = timeoutOf(version, own);
  const tested = { version, own, timeoutMs };
  const others = await withoutOwnCode(engine, tested, (stoppable) =>
    emptiedRun(stoppable, version, timeoutMs),
  );
  return { own, ...others, notes: [...notes, ...others.notes] };
}

async function emptiedRun(engine: Engine, version: SpecVersion, timeoutMs: number): Promise<NotedTestRun> {
  return begun(runTests(engine, version, { content: { kind: 'emptied' }, timeoutMs }));
}

// Before any model is asked there is no cell that could be unmeasured: the machine must be fixed.
async function begun<Value>(run: Promise<Value>): Promise<Value> {
  try {
    return await run;
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    throw new UserError(
      'SANDBOX_UNAVAILABLE',
      `${error.message.trim()}; no model was asked.`,
      'Check the folders and programs that the message names: the sandbox must be able to mount them.',
    );
  }
}

// The limit before anything is known of the suite; a suite that takes longer needs `timeout`.
const longestOwnRunMs = 15 * 60_000;
