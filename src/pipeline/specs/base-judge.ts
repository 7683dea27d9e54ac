import { judgingParts } from '../../core/specs/judging-parts.ts';
import { namedByJudge, type MaybeNamed } from '../../core/specs/named-by-judge.ts';
import { remembered } from '../../core/remembered.ts';
import type { BaseJudge, Spec, SpecVersion, TextFile } from '../../core/specs/spec.ts';
import { isJudging, isMixed } from '../../core/specs/steering-names.ts';
import { pathRules } from '../../core/specs/writable.ts';
import type { Repository } from '../../ports/repository.ts';
import { alteredIn, textOf, type Altered, type Listings } from './altered-judge.ts';

/**
 * Compares how tests run in two commits. Returns a function that adds to a version of the head what the change altered
 * of that: commands, configuration, and files that these name. Where no such file differs only listings are read, and
 * what is the same for every spec is looked at once.
 */
export function baseJudges(
  repository: Repository,
  commits: { readonly base: string; readonly head: string },
): (version: SpecVersion) => Promise<SpecVersion> {
  let comparison: Promise<Comparison> | null = null;
  return async (version) => {
    if (commits.base === commits.head) return version;
    comparison ??= compare(repository, commits);
    const altered = await alteredFor(version.spec, await comparison);
    if (altered.length === 0) return version;
    return { ...version, judge: await judgeOf(repository, commits.head, altered) };
  };
}

/** What differs in two commits, for whatever spec. */
type Comparison = {
  /** Sorted. */
  readonly differing: readonly { readonly path: string; readonly isJudge: boolean }[];
  /** Which of these the base names where it says how tests run. */
  readonly namedFor: (command: Command) => Promise<(file: MaybeNamed) => boolean>;
  readonly alteredAt: (path: string) => Promise<Found>;
};

/** A test command, and the folder in which it runs. */
type Command = Pick<Spec, 'directory' | 'test'>;

/** What replaces an altered file; none where its judging parts are the same. */
type Found = readonly Altered[];

async function compare(
  repository: Repository,
  { base, head }: { readonly base: string; readonly head: string },
): Promise<Comparison> {
  const sides = { base: await listed(repository, base), head: await listed(repository, head) };
  const differing = differingPaths(sides).map((path) => ({ path, isJudge: isJudge(path) }));
  let texts: Promise<JudgingTexts> | null = null;
  const named = new Map<string, (file: MaybeNamed) => boolean>();
  return {
    differing,
    alteredAt: remembered(async (path) => {
      const found = await alteredIn(repository, sides, path);
      return found === null ? [] : [found];
    }),
    namedFor: async ({ directory, test }) => {
      texts ??= judgingTexts(repository, sides);
      const { scripts, configs } = await texts;
      const key = `${directory}\n${test}`;
      const isNamed = named.get(key) ?? namedByJudge({ directory, commands: [test, ...scripts], configs });
      named.set(key, isNamed);
      return isNamed;
    },
  };
}

async function alteredFor(spec: Spec, { differing, namedFor, alteredAt }: Comparison): Promise<Found> {
  const { isTest, mayWrite } = pathRules(spec);
  const texts = new Set(spec.files);
  const isOwn = (path: string): boolean => texts.has(path) || mayWrite(path);
  const mayBeNamed = differing.some((each) => !each.isJudge && !isOwn(each.path));
  const isNamed = mayBeNamed ? await namedFor(spec) : () => false;
  const altered: Altered[] = [];
  for (const { path, isJudge: judges } of differing) {
    if ((judges || isNamed({ path, isTest })) && !isOwn(path)) altered.push(...(await alteredAt(path)));
  }
  return altered;
}

async function judgeOf(
  repository: Repository,
  commit: string,
  altered: readonly Altered[],
): Promise<BaseJudge> {
  const replacements = altered.flatMap(({ replacement }) => replacement ?? []);
  return {
    commit: await repository.withFiles(commit, replacements),
    altered: altered.map(({ said }) => said),
    isWhole: replacements.length === altered.length,
  };
}

async function listed(repository: Repository, commit: string): Promise<Listings['base']> {
  return new Map((await repository.listFiles(commit)).map((entry) => [entry.path, entry]));
}

function differingPaths({ base, head }: Listings): readonly string[] {
  const paths = new Set([...base.keys(), ...head.keys()]);
  return [...paths]
    .filter(
      (path) => base.get(path)?.oid !== head.get(path)?.oid || base.get(path)?.kind !== head.get(path)?.kind,
    )
    .toSorted();
}

function isJudge(path: string): boolean {
  return isJudging(path) || isMixed(path);
}

/** What the base says about how tests run, beside the test commands of specs. */
type JudgingTexts = { readonly scripts: readonly string[]; readonly configs: readonly TextFile[] };

const mostBytes = 256 * 1024;
const mostConfigs = 200;

// Files of another folder may be read as well, but no runner looks for its configuration there.
async function judgingTexts(repository: Repository, { base }: Listings): Promise<JudgingTexts> {
  const entries = [...base.values()].filter(({ path, size }) => size <= mostBytes && isJudge(path));
  const scripts: string[] = [];
  const configs: TextFile[] = [];
  for (const entry of entries.slice(0, mostConfigs)) {
    const text = await textOf(repository, entry);
    const parts = isMixed(entry.path) ? judgingParts(entry.path, text) : null;
    if (parts === null) configs.push({ path: entry.path, text });
    else scripts.push(...parts.values());
  }
  return { scripts, configs };
}
