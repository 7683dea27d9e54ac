import { atOnce } from '../../core/at-once.ts';
import { digest } from '../../core/digest.ts';
import { sidesOf } from '../../core/plan/question.ts';
import type { Question, Side } from '../../core/plan/question.ts';
import type { Settings } from '../../core/settings.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { judgingParts } from '../../core/specs/judging-parts.ts';
import { isJudging, isMixed } from '../../core/specs/steering-names.ts';
import { pathRules } from '../../core/specs/writable.ts';
import type { Repository } from '../../ports/repository.ts';

/**
 * What a verdict follows from: the texts as the models are shown them, the tests of each side, the models, the
 * commands and the rules. It contains no commit, because a merge queue judges the same texts in another commit.
 */
export async function verdictIdOf(
  repository: Repository,
  questions: readonly Question[],
  { decide, samples, gate }: Pick<Settings, 'decide' | 'samples' | 'gate'>,
): Promise<string> {
  const known = new Map<SpecVersion, Promise<readonly string[]>>();
  const testsOnce = (version: SpecVersion): Promise<readonly string[]> => {
    const tests = known.get(version) ?? testsOf(repository, version);
    known.set(version, tests);
    return tests;
  };
  const asked = await atOnce(questions, async (question) => ({
    asks: question.asks,
    arms: await atOnce(sidesOf(question), (side) => armText(side, testsOnce)),
  }));
  const digests = asked.map((each) => digest(each)).toSorted();
  return digest({ kind: 'verdict', questions: digests, decide, samples, gate });
}

async function armText(
  { role, arm }: Side,
  testsIn: (version: SpecVersion) => Promise<readonly string[]>,
): Promise<unknown> {
  const { directory, setup, writableDeps, test, results, timeoutMs } = arm.version.spec;
  return {
    side: role,
    asked: arm.keyOf(0),
    commands: { directory, setup, writableDeps, test, results, timeoutMs },
    tests: await testsIn(arm.version),
    judge: arm.version.judge?.altered ?? [],
  };
}

// The paths count too: a renamed test is another test. How the tests are run is part of them, dependencies are not.
async function testsOf(repository: Repository, { spec, commit }: SpecVersion): Promise<readonly string[]> {
  const entries = await repository.listFiles(commit);
  const { isTest } = pathRules(spec);
  const mixed = entries.filter(
    ({ path, kind }) => isMixed(path) && kind !== 'symlink' && kind !== 'submodule',
  );
  const parts = await atOnce(mixed, async ({ path, oid }) => {
    const text = new TextDecoder().decode(await repository.readBlob(oid));
    const judging = judgingParts(path, text);
    return `${judging === null ? oid : digest([...judging])} ${path}`;
  });
  const whole = entries.filter(({ path }) => isTest(path) || isJudging(path));
  return [...whole.map(({ path, kind, oid }) => `${kind} ${oid} ${path}`), ...parts];
}
