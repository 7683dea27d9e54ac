import { atOnce } from '../../core/at-once.ts';
import { digest } from '../../core/digest.ts';
import { remembered } from '../../core/remembered.ts';
import { sidesOf } from '../../core/plan/question.ts';
import type { Question, Side } from '../../core/plan/question.ts';
import type { Settings } from '../../core/settings.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { judgingParts } from '../../core/specs/judging-parts.ts';
import { isJudging, isMixed } from '../../core/specs/steering-names.ts';
import { pathRules, rememberedNames, type PathNames } from '../../core/specs/writable.ts';
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
  const listingOf = remembered(async (commit) => judgingIn(repository, commit));
  const names = rememberedNames();
  const known = new Map<SpecVersion, Promise<readonly string[]>>();
  const testsOnce = (version: SpecVersion): Promise<readonly string[]> => {
    const tests = known.get(version) ?? testsOf(version, { listingOf, names });
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
  const { directory, setup, git, writableDeps, test, results, timeoutMs } = arm.version.spec;
  return {
    side: role,
    asked: arm.keyOf(0),
    commands: {
      directory,
      setup,
      ...(git === undefined ? {} : { git }),
      writableDeps,
      test,
      results,
      timeoutMs,
    },
    tests: await testsIn(arm.version),
    judge: arm.version.judge?.altered ?? [],
  };
}

/** What a commit says about how tests run, for whatever spec. */
type Judging = {
  readonly entries: readonly { readonly path: string; readonly text: string; readonly judges: boolean }[];
  /** The judging parts of files that say other things as well. */
  readonly parts: readonly string[];
};

// The paths count too: a renamed test is another test. How the tests are run is part of them, dependencies are not.
async function testsOf(
  { spec, commit }: SpecVersion,
  of: { readonly listingOf: (commit: string) => Promise<Judging>; readonly names: PathNames },
): Promise<readonly string[]> {
  const { entries, parts } = await of.listingOf(commit);
  const { isTest } = pathRules(spec, of.names);
  const whole = entries.filter(({ path, judges }) => judges || isTest(path));
  return [...whole.map(({ text }) => text), ...parts];
}

async function judgingIn(repository: Repository, commit: string): Promise<Judging> {
  const entries = await repository.listFiles(commit);
  const mixed = entries.filter(
    ({ path, kind }) => kind !== 'symlink' && kind !== 'submodule' && isMixed(path),
  );
  const parts = await atOnce(mixed, async ({ path, oid }) => {
    const text = new TextDecoder().decode(await repository.readBlob(oid));
    const judging = judgingParts(path, text);
    return `${judging === null ? oid : digest([...judging])} ${path}`;
  });
  const listed = entries.map(({ path, kind, oid }) => ({
    path,
    text: `${kind} ${oid} ${path}`,
    judges: isJudging(path),
  }));
  return { entries: listed, parts };
}
