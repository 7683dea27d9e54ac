import { judgingParts, withBaseParts } from '../../core/specs/judging-parts.ts';
import { namedByJudge, type MaybeNamed } from '../../core/specs/named-by-judge.ts';
import type { BaseJudge, Spec, SpecVersion } from '../../core/specs/spec.ts';
import { isJudging, isMixed } from '../../core/specs/steering-names.ts';
import { pathRules } from '../../core/specs/writable.ts';
import type { Repository, Replacement, TreeEntry } from '../../ports/repository.ts';

/** The listings of the two commits. */
type Sides = {
  readonly base: ReadonlyMap<string, TreeEntry>;
  readonly head: ReadonlyMap<string, TreeEntry>;
};

/**
 * The version of the head, with what the change altered of the way its tests run: commands, configuration, and files
 * that these name. Reads nothing but listings where no such file differs.
 */
export async function withBaseJudge(
  repository: Repository,
  version: SpecVersion,
  base: string,
): Promise<SpecVersion> {
  const { spec, commit } = version;
  if (base === commit) return version;
  const sides = { base: await listed(repository, base), head: await listed(repository, commit) };
  const differing = differingPaths(sides, spec);
  const isNamed = await namedOnBase(repository, { sides, spec, differing });
  const altered: Altered[] = [];
  for (const file of differing) {
    const found = isJudge(file.path) || isNamed(file) ? await alteredIn(repository, sides, file.path) : null;
    if (found !== null) altered.push(found);
  }
  if (altered.length === 0) return version;
  return { ...version, judge: await judgeOf(repository, commit, altered) };
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

async function listed(repository: Repository, commit: string): Promise<ReadonlyMap<string, TreeEntry>> {
  return new Map((await repository.listFiles(commit)).map((entry) => [entry.path, entry]));
}

// Files of another folder may be read as well, but no runner looks for its configuration there.
function differingPaths({ base, head }: Sides, spec: Spec): readonly MaybeNamed[] {
  const { isTest, mayWrite } = pathRules(spec);
  const texts = new Set(spec.files);
  const isOwn = (path: string): boolean => texts.has(path) || mayWrite(path);
  const paths = new Set([...base.keys(), ...head.keys()]);
  return [...paths]
    .filter(
      (path) => base.get(path)?.oid !== head.get(path)?.oid || base.get(path)?.kind !== head.get(path)?.kind,
    )
    .filter((path) => !isOwn(path))
    .toSorted()
    .map((path) => ({ path, isTest: isTest(path) }));
}

function isJudge(path: string): boolean {
  return isJudging(path) || isMixed(path);
}

const mostBytes = 256 * 1024;
const mostConfigs = 200;

async function namedOnBase(
  repository: Repository,
  of: { readonly sides: Sides; readonly spec: Spec; readonly differing: readonly MaybeNamed[] },
): Promise<(file: MaybeNamed) => boolean> {
  const { spec, sides, differing } = of;
  if (differing.every(({ path }) => isJudge(path))) return () => false;
  const entries = [...sides.base.values()].filter(({ path, size }) => isJudge(path) && size <= mostBytes);
  const configs = [];
  const commands = [spec.test];
  for (const entry of entries.slice(0, mostConfigs)) {
    const text = await textOf(repository, entry);
    const parts = isMixed(entry.path) ? judgingParts(entry.path, text) : null;
    if (parts === null) configs.push({ path: entry.path, text });
    else commands.push(...parts.values());
  }
  return namedByJudge({ directory: spec.directory, commands, configs });
}

/** One file that judges and differs: what a reader is told, and what replaces it; null where nothing can. */
type Altered = { readonly said: string; readonly replacement: Replacement | null };

async function alteredIn(
  repository: Repository,
  { base, head }: Sides,
  path: string,
): Promise<Altered | null> {
  const [before, after] = [base.get(path), head.get(path)];
  if (isOdd(before) || isOdd(after) || isInTheWay(head, path))
    return { said: `${path} (a link or a folder)`, replacement: null };
  if (isMixed(path)) {
    const divided = await dividedIn(repository, { path, before, after });
    if (divided !== 'whole') return divided;
  }
  if (before === undefined)
    return { said: `${path} (new)`, replacement: { path, content: null, isExecutable: false } };
  const content = await repository.readBlob(before.oid);
  return {
    said: after === undefined ? `${path} (deleted)` : path,
    replacement: { path, content, isExecutable: before.kind === 'executable' },
  };
}

function isOdd(entry: TreeEntry | undefined): boolean {
  return entry?.kind === 'symlink' || entry?.kind === 'submodule';
}

// A file cannot stand where the head has a folder, or below one of its files or links.
function isInTheWay(head: Sides['head'], path: string): boolean {
  if (path.includes('\\')) return true;
  const parts = path.split('/');
  const parents = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
  return (
    parents.some((parent) => head.has(parent)) || [...head.keys()].some((each) => each.startsWith(`${path}/`))
  );
}

/** Only the parts that judge; null where they are the same on both sides. */
async function dividedIn(
  repository: Repository,
  of: {
    readonly path: string;
    readonly before: TreeEntry | undefined;
    readonly after: TreeEntry | undefined;
  },
): Promise<Altered | null | 'whole'> {
  const { path, before, after } = of;
  // A file without any part that judges says as much as no file.
  if (after === undefined) return 'whole';
  const texts = {
    base:
      before === undefined
        ? (emptyTexts.get(path.replace(/^.*\./, '')) ?? '')
        : await textOf(repository, before),
    head: await textOf(repository, after),
  };
  const parts = { base: judgingParts(path, texts.base), head: judgingParts(path, texts.head) };
  if (parts.base === null || parts.head === null) return 'whole';
  const names = [...new Set([...parts.base.keys(), ...parts.head.keys()])];
  const changed = names.filter((name) => parts.base?.get(name) !== parts.head?.get(name));
  if (changed.length === 0) return null;
  const text = withBaseParts(path, texts);
  if (text === null) return 'whole';
  const content = new TextEncoder().encode(text);
  const said = `${path} (${changed.slice(0, 5).join(', ')}${changed.length > 5 ? ', …' : ''})`;
  return { said, replacement: { path, content, isExecutable: after.kind === 'executable' } };
}

const emptyTexts: ReadonlyMap<string, string> = new Map([['json', '{}']]);

async function textOf(repository: Repository, { oid }: TreeEntry): Promise<string> {
  return new TextDecoder().decode(await repository.readBlob(oid));
}
