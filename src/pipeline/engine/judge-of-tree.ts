import { atOnce } from '../../core/at-once.ts';
import { combineReruns, mayBeFlaky } from '../../core/results/combine-reruns.ts';
import type { JudgeChoice, TestRun, TreeJudge } from '../../core/results/test-report.ts';
import { timeoutOf } from '../../core/results/timeout-of.ts';
import { chooseJudge } from '../../core/verdict/choose-judge.ts';
import type { BaseJudge, SpecVersion } from '../../core/specs/spec.ts';
import { UserError } from '../../errors.ts';
import { stoppedBy } from './engine.ts';
import type { Engine } from './engine.ts';
import { readableOwnRun } from './readable-own-run.ts';
import { runTests } from './run-tests.ts';

/**
 * Decides by whose commands and configuration the samples of a version are tested, from its own tree under both. From
 * then on every test run of the version goes by that judge. Null where the change alters no judge.
 */
export async function judgeOfTree(
  engine: Engine,
  version: SpecVersion,
  ownLimitMs: number,
): Promise<TreeJudge | null> {
  const { judge } = version;
  if (judge === undefined) return null;
  const asOnBase: SpecVersion = { ...version, commit: judge.commit };
  const [byHead, byBase] = await atOnce([version, asOnBase], async (each, stop) => {
    const going = ownRun(stoppedBy(engine, stop), each, ownLimitMs);
    return each === version ? going : unlessSetupFails(going);
  });
  if (byHead === undefined || byHead === null) throw new Error('the own run of the head is missing');
  const choice = await choose(engine, { byHead, byBase: judge.isWhole ? (byBase ?? null) : null }, [
    version,
    asOnBase,
  ]);
  if (choice.by === 'base') engine.asOnBase.set(version, asOnBase);
  engine.ports.log.info(said(version, judge, choice));
  return { ...choice, altered: judge.altered, accepted: engine.acceptedTests };
}

// A flaky test must not look like another judge, so what failed is run once more before the two are said to differ.
async function choose(
  engine: Engine,
  { byHead, byBase }: { readonly byHead: TestRun; readonly byBase: TestRun | null },
  [version, asOnBase]: readonly [SpecVersion, SpecVersion],
): Promise<JudgeChoice> {
  const choice = chooseJudge({ byHead, byBase });
  if (choice.agree || byBase === null || version.emptied.length === 0) return choice;
  return chooseJudge({
    byHead: await settled(engine, version, byHead),
    byBase: await settled(engine, asOnBase, byBase),
  });
}

async function settled(engine: Engine, version: SpecVersion, first: TestRun): Promise<TestRun> {
  if (!mayBeFlaky(first)) return first;
  const timeoutMs = timeoutOf(version, first);
  const content = { kind: 'committed' } as const;
  const { testRun } = await runTests(engine, version, { content, timeoutMs, repeat: 1 });
  return testRun.run.end.kind === 'cancelled' ? first : combineReruns([first, testRun]).testRun;
}

// Where nothing is committed under `writes`, the tree itself is the run without it.
async function ownRun(engine: Engine, version: SpecVersion, ownLimitMs: number): Promise<TestRun> {
  if (version.emptied.length > 0) return (await readableOwnRun(engine, version, ownLimitMs)).testRun;
  const timeoutMs = timeoutOf(version, null);
  return (await runTests(engine, version, { content: { kind: 'emptied' }, timeoutMs })).testRun;
}

async function unlessSetupFails(going: Promise<TestRun>): Promise<TestRun | null> {
  try {
    return await going;
  } catch (error) {
    if (error instanceof UserError && error.code === 'SETUP_FAILED') return null;
    throw error;
  }
}

function said({ spec }: SpecVersion, { altered }: BaseJudge, { by, agree }: JudgeChoice): string {
  const whose = by === 'base' ? 'the base' : 'the head';
  const results = agree ? 'same results on the head’s own code' : 'other results on the head’s own code';
  return `The change alters how the tests of ${spec.name} are run (${altered.join('; ')}): ${results}; samples of the head are tested as on ${whose}.`;
}
