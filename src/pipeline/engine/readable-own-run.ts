import { couldNotStart } from '../../core/results/own-run/could-not-start.ts';
import type { NotedTestRun, TestRun } from '../../core/results/test-report.ts';
import {
  mayHaveUnsteadyIds,
  unsteadyIds,
  unsteadyNote,
  withSteadyIds,
} from '../../core/results/own-run/unsteady-ids.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import type { Engine } from './engine.ts';
import { runTests, testedVersion, withPlainCommand } from './run-tests.ts';

/**
 * Runs the tests on the committed code until it is known how cells can be read: with a report or by the exit code,
 * and which tests have an id that stays. At most two runs.
 */
export async function readableOwnRun(
  engine: Engine,
  version: SpecVersion,
  timeoutMs: number,
): Promise<NotedTestRun> {
  const request = { content: { kind: 'committed' }, timeoutMs } as const;
  const { testRun, notes } = await runTests(engine, version, request);
  const { spec } = version;
  if (spec.results.kind === 'auto' && mayBeOurFault(testRun)) {
    const plain = await runTests(engine, withPlainCommand(testedVersion(engine, version)), request);
    if (!isPass(plain.testRun)) return { testRun, notes };
    engine.plainCommands.add(version);
    return { testRun: plain.testRun, notes: [...plain.notes, plainNote(version)] };
  }
  if (!mayHaveUnsteadyIds(testRun)) return { testRun, notes };
  const again = await runTests(engine, version, { ...request, repeat: 1 });
  const unsteady = unsteadyIds(testRun, again.testRun);
  if (unsteady === null) return { testRun, notes };
  return { testRun: withSteadyIds(testRun, unsteady), notes: [...notes, unsteadyNote(spec.name, unsteady)] };
}

/** The options that we add may have stopped the command: it failed, or left no report, and no test is to blame. */
function mayBeOurFault(testRun: TestRun): boolean {
  const { run, report, tooLarge } = testRun;
  if (run.end.kind !== 'exited' || couldNotStart(testRun) || tooLarge !== undefined) return false;
  if (run.end.code === 0) return report === null;
  return report === null || report.cases.every(({ status }) => status !== 'failed');
}

function isPass({ run: { end } }: TestRun): boolean {
  return end.kind === 'exited' && end.code === 0;
}

function plainNote({ spec }: SpecVersion): string {
  return `The test command of ${spec.name} does not work with the options that ask its runner for a report, and passes without them: it is used as it is. Name the report that it writes under \`results\`.`;
}
