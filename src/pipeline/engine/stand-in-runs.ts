import { atOnce } from '../../core/at-once.ts';
import type { GeneratedFile } from '../../core/generation/completion.ts';
import { hollowText, unloadableText } from '../../core/results/stand-ins.ts';
import type { NotedTestRun, TestRun, TreeRuns } from '../../core/results/test-report.ts';
import { isSuiteVacuous, passesAs } from '../../core/results/vacuous-tests.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { UnsafePathError } from '../../errors.ts';
import { stoppedBy } from './engine.ts';
import type { Engine } from './engine.ts';
import { runTests } from './run-tests.ts';

/** A version with its own run, and how long its tests may take. */
export type OwnTested = {
  readonly version: SpecVersion;
  readonly own: TestRun;
  readonly timeoutMs: number;
};

/** The run with `writes` emptied, and the runs on files that stand in for the committed ones where there are any. */
export async function withoutOwnCode(
  engine: Engine,
  of: OwnTested,
  emptiedRun: (engine: Engine) => Promise<NotedTestRun>,
): Promise<Omit<TreeRuns, 'own'>> {
  // A suite of which nothing passes cannot pass on a stand-in either.
  if (!passesAs(of.own, of.own)) {
    const { testRun: emptied, notes } = await emptiedRun(engine);
    return { emptied, notes };
  }
  const files = of.version.emptied.map((path) => ({ path, content: unloadableText }));
  const [noted, unloadable] = await atOnce([null, files], async (content, stop) => {
    const stoppable = stoppedBy(engine, stop);
    if (content === null) return emptiedRun(stoppable);
    const testRun = await runOn(stoppable, of, content);
    return testRun === null ? null : { testRun, notes: [] };
  });
  if (noted === undefined || noted === null) throw new Error('the emptied tree was not tested');
  const { testRun: emptied, notes } = noted;
  if (unloadable === undefined || unloadable === null) return { emptied, notes };
  const isUndecided = passesAs(of.own, emptied) && !passesAs(of.own, unloadable.testRun);
  const hollow = isUndecided ? await runOn(engine, of, await hollowFiles(engine, of.version)) : null;
  const standIns = { unloadable: unloadable.testRun, hollow, loaded: [] };
  const isVacuous = isSuiteVacuous({ own: of.own, emptied, standIns, notes });
  const loaded = isVacuous ? await loadedBy(engine, of) : [];
  return { emptied, standIns: { ...standIns, loaded }, notes };
}

/** null where a file cannot stand in for a committed one, or where nothing is on record. */
async function runOn(
  engine: Engine,
  { version, timeoutMs }: OwnTested,
  files: readonly GeneratedFile[],
): Promise<TestRun | null> {
  try {
    const { testRun } = await runTests(engine, version, { content: { kind: 'generated', files }, timeoutMs });
    return testRun.run.end.kind === 'cancelled' ? null : testRun;
  } catch (error) {
    if (error instanceof UnsafePathError) return null;
    throw error;
  }
}

async function hollowFiles({ ports }: Engine, version: SpecVersion): Promise<readonly GeneratedFile[]> {
  const entries = await ports.repository.listFiles(version.commit);
  const written = new Set(version.emptied);
  return atOnce(
    entries.filter(({ path }) => written.has(path)),
    async ({ path, oid }) => {
      const committed = new TextDecoder().decode(await ports.repository.readBlob(oid));
      return { path, content: hollowText(path, committed) };
    },
  );
}

async function loadedBy(engine: Engine, { version, timeoutMs }: OwnTested): Promise<readonly string[]> {
  const content = { kind: 'committed' } as const;
  const { testRun } = await runTests(engine, version, { content, timeoutMs, mode: 'traced' });
  return testRun.loaded ?? [];
}
