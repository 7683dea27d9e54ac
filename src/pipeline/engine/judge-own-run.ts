import { blockedCall } from '../../core/results/own-run/blocked-call.ts';
import { couldNotStart, lacksProgram } from '../../core/results/own-run/could-not-start.ts';
import { lastLines, tellingLine } from '../../core/results/own-run/last-lines.ts';
import { tooLargeWords } from '../../core/results/report-limits.ts';
import { whySilent } from '../../core/results/own-run/silent-run.ts';
import type { TestRun } from '../../core/results/test-report.ts';
import { resultPaths } from '../../core/specs/file-pattern.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { UserError } from '../../errors.ts';
import type { Engine } from './engine.ts';
import { runTests, testedVersion, withPlainCommand } from './run-tests.ts';
import { SilentTestsError } from './silent-tests-error.ts';

/** A version's run on its committed code, and whether something is compared with this version. */
export type OwnRun = {
  readonly version: SpecVersion;
  readonly testRun: TestRun;
  /** `base`: a suite that says nothing here can say nothing of any model. The head may be ahead of its code. */
  readonly as: 'base' | 'head';
};

/** Throws for an own run on which no measurement can rest, with its last lines in the log. */
export async function judgeOwnRun(engine: Engine, own: OwnRun): Promise<void> {
  await refuseBlocked(engine, own);
  await refuseUnknownCommand(engine, own);
  await refuseSilent(engine, own);
  refuseLackingResults(own);
}

async function refuseBlocked(engine: Engine, own: OwnRun): Promise<void> {
  const { run } = own.testRun;
  const { level } = await engine.ports.sandbox();
  const isRed = run.end.kind === 'exited' && run.end.code !== 0;
  const blocked = level === 'none' || !isRed ? null : blockedCall(run);
  if (blocked === null) return;
  throw new SilentTestsError(
    'SANDBOX_BLOCKS_TESTS',
    `the repository's own tests of ${own.version.spec.name} fail in the sandbox (${level}) at ${shortOf(own)}, and their output names something that it blocks: ${blocked}. No model was asked.`,
    {
      hint: 'Tests have no network and cannot change tests or dependencies. Fetch and install in `setup`, and list the folders that tools write into under `writable-deps`. If the job holds no secrets, `sandbox: none` runs the tests without a sandbox.',
      said: await saidBy(engine, own),
    },
  );
}

/**
 * Throws where nothing is committed and the test command names no program of this machine. Nothing else is refused then:
 * specs may come first, and a model may have to write what is missing.
 */
export async function refuseMissingProgram(engine: Engine, emptied: OwnRun): Promise<void> {
  if (lacksProgram(emptied.testRun, emptied.version.spec.test)) await refuseUnknownCommand(engine, emptied);
}

// Found here, before a model is paid for.
async function refuseUnknownCommand(engine: Engine, own: OwnRun): Promise<void> {
  if (!couldNotStart(own.testRun)) return;
  const said = await saidBy(engine, own);
  throw new SilentTestsError(
    'TEST_COMMAND_NOT_FOUND',
    `${commandOf(own)} could not be started: ${lastOf(said)}. No model was asked.`,
    {
      hint: 'Check how it is written, or install what it needs in `setup` or in an earlier step.',
      said,
    },
  );
}

async function refuseSilent(engine: Engine, own: OwnRun): Promise<void> {
  const why = own.as === 'base' ? whySilent(own.testRun) : null;
  if (why === null || isUnreportedPass(own)) return;
  const said = await saidBy(engine, own);
  const place = `on the committed code of ${shortOf(own)}: ${lastOf(said)}. No model was asked.`;
  const { end, durationMs } = own.testRun.run;
  if (end.kind === 'timed-out') {
    const seconds = Math.round(durationMs / 1000);
    throw new SilentTestsError('TESTS_DO_NOT_END', `${commandOf(own)} did not end in ${seconds} s ${place}`, {
      hint: 'Let it run the tests once and end, without watching files, or set a longer `timeout`.',
      said,
    });
  }
  throw new SilentTestsError('NO_TEST_NAMED', `${commandOf(own)} ${why} ${place}`, {
    hint: 'Run it by hand on that commit after `setup` and fix what it says, or set `results` to the report file that it writes.',
    said,
  });
}

// A suite that passes without reporting it would fail every generation.
function isUnreportedPass({ testRun: { run, report } }: OwnRun): boolean {
  return run.end.kind === 'exited' && run.end.code === 0 && report === null;
}

function refuseLackingResults(own: OwnRun): void {
  if (!isUnreportedPass(own)) return;
  const paths = resultPaths(own.version.spec.results);
  const { tooLarge } = own.testRun;
  const lacks =
    tooLarge !== undefined
      ? tooLargeWords(tooLarge)
      : paths.length > 0
        ? `it did not write a complete report to \`${paths.join(', ')}\` (\`results\`)`
        : 'it wrote no complete test report';
  throw new UserError(
    'RESULTS_NOT_FOUND',
    `${commandOf(own)} passes on the committed code, but ${lacks}. No model was asked.`,
    'Set `results` to the report file that it writes, or to `exit-code`.',
  );
}

const linesShown = 20;

async function saidBy(engine: Engine, own: OwnRun): Promise<readonly string[]> {
  const lines = await linesOf(engine, own);
  const title = `The last lines of \`${own.version.spec.test}\` on ${shortOf(own)}:`;
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

// A runner that was asked for its report may have written all it had to say there.
async function linesOf(engine: Engine, { version, testRun }: OwnRun): Promise<readonly string[]> {
  const lines = lastLines(testRun.run, linesShown);
  const { end, durationMs } = testRun.run;
  if (lines.length > 0 || end.kind !== 'exited') return lines;
  const content = { kind: 'committed' } as const;
  const timeoutMs = 60_000 + 10 * durationMs;
  const again = await runTests(engine, withPlainCommand(testedVersion(engine, version)), {
    content,
    timeoutMs,
  });
  return lastLines(again.testRun.run, linesShown);
}

function commandOf({ version: { spec } }: OwnRun): string {
  return `the test command of ${spec.name} (\`${spec.test}\`)`;
}

function shortOf({ version }: OwnRun): string {
  return version.commit.slice(0, 12);
}

function lastOf(said: readonly string[]): string {
  return (tellingLine(said.slice(1)) ?? 'it said nothing').trim().slice(0, 200);
}
