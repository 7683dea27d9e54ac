import { couldNotStart } from '../../core/results/could-not-start.ts';
import { resultPaths } from '../../core/specs/file-pattern.ts';
import { cellLimits, tooLargeWords } from '../../core/results/report-limits.ts';
import type { TestRun, TreeRuns } from '../../core/results/test-report.ts';
import { timeoutOf } from '../../core/results/timeout-of.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { blockedCall } from '../../core/results/blocked-call.ts';
import { SandboxError, UserError } from '../../errors.ts';
import type { Engine } from './engine.ts';
import { readableOwnRun } from './readable-own-run.ts';
import { runTests, type NotedTestRun } from './run-tests.ts';

/** Runs the test command on a version's tree, as committed and with `writes` emptied, before any model is asked. */
export async function measureTree(engine: Engine, version: SpecVersion): Promise<TreeRuns> {
  const noted = version.emptied.length === 0 ? null : await ownRun(engine, version);
  const own = noted?.testRun ?? null;
  engine.reportLimits.set(version, cellLimits(own));
  const emptied = await begun(
    runTests(engine, version, { content: { kind: 'emptied' }, timeoutMs: timeoutOf(version, own) }),
  );
  // A command that is missing only with `writes` emptied may be one that a model must write.
  refuseUnknownCommand(version, own ?? emptied.testRun);
  return { own, emptied: emptied.testRun, notes: [...(noted?.notes ?? []), ...emptied.notes] };
}

async function ownRun(engine: Engine, version: SpecVersion): Promise<NotedTestRun> {
  const timeoutMs = version.spec.timeoutMs ?? longestOwnRunMs;
  const noted = await begun(readableOwnRun(engine, version, timeoutMs));
  await refuseBlocked(engine, version, noted.testRun);
  refuseLackingResults(version, noted.testRun);
  return noted;
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

async function refuseBlocked({ ports }: Engine, { spec, commit }: SpecVersion, own: TestRun): Promise<void> {
  const { level } = await ports.sandbox();
  const isRed = own.run.end.kind === 'exited' && own.run.end.code !== 0;
  const blocked = level === 'none' || !isRed ? null : blockedCall(own.run);
  if (blocked === null) return;
  throw new UserError(
    'SANDBOX_BLOCKS_TESTS',
    `the repository's own tests of ${spec.name} fail in the sandbox (${level}) at ${commit.slice(0, 12)}, and their output names something that it blocks: ${blocked}. No model was asked.`,
    'Tests have no network and cannot change tests or dependencies. Fetch and install in `setup`, and list the folders that tools write into under `writable-deps`. If the job holds no secrets, `sandbox: none` runs the tests without a sandbox.',
  );
}

// Found here, before a model is paid for.
function refuseUnknownCommand({ spec }: SpecVersion, testRun: TestRun): void {
  if (!couldNotStart(testRun)) return;
  const said = testRun.run.stderr.text.trim().split('\n').at(-1) ?? '';
  throw new UserError(
    'TEST_COMMAND_NOT_FOUND',
    `the test command of ${spec.name} (\`${spec.test}\`) could not be started: ${said.slice(0, 200)}. No model was asked.`,
    'Install what it needs in an earlier step or in `setup`.',
  );
}

// A suite that passes without reporting it would fail every generation.
function refuseLackingResults({ spec }: SpecVersion, { run, report, tooLarge }: TestRun): void {
  if (run.end.kind !== 'exited' || run.end.code !== 0 || report !== null) return;
  const paths = resultPaths(spec.results);
  const lacks =
    tooLarge !== undefined
      ? tooLargeWords(tooLarge)
      : paths.length > 0
        ? `it did not write a complete report to \`${paths.join(', ')}\` (\`results\`)`
        : 'it wrote no complete test report';
  throw new UserError(
    'RESULTS_NOT_FOUND',
    `the test command of ${spec.name} (\`${spec.test}\`) passes on the committed code, but ${lacks}. No model was asked.`,
    'Set `results` to the report file that it writes, or to `exit-code`.',
  );
}

// The limit before anything is known of the suite; a suite that takes longer needs `timeout`.
const longestOwnRunMs = 15 * 60_000;
