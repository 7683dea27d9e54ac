import { atOnce } from '../../core/at-once.ts';
import type { SpecEntry } from '../../core/settings.ts';
import { hunksBetween } from '../../core/specs/hunks.ts';
import { pairSpecs, type MatchedSpecs } from '../../core/specs/pair-specs.ts';
import { refuseMissingFolder } from '../../core/specs/refuse-missing-folder.ts';
import { refuseUnmatchedSpecs } from '../../core/specs/refuse-unmatched-specs.ts';
import type { Spec, SpecPair, SpecVersion, TextFile } from '../../core/specs/spec.ts';
import { pathRules, rememberedNames, type PathNames } from '../../core/specs/writable.ts';
import { UserError } from '../../errors.ts';
import type { ChangedPath, Repository } from '../../ports/repository.ts';
import { listSide, refuseLinkedSpecs, type CommitSide } from './commit-side.ts';
import { readTestFiles } from './read-test-files.ts';
import { namedInstructions } from './instructions.ts';
import { readVersion } from './read-version.ts';

/** The specs with different texts in two commits, and the globs of context or instructions that match nothing. */
export type FoundChanges = {
  readonly changes: readonly SpecPair[];
  /** Only worth a warning: the files may be added later. */
  readonly unmatched: readonly string[];
};

/**
 * Finds the specs whose text or instructions differ in two commits. Blobs are read only if their ids differ, so a
 * change that touches no spec costs only two listings.
 */
export async function findChanges(request: {
  readonly repository: Repository;
  readonly entries: readonly SpecEntry[];
  readonly base: string;
  readonly head: string;
}): Promise<FoundChanges> {
  const { repository, entries } = request;
  const [base, head] = await atOnce([request.base, request.head], (commit) =>
    listSide({ repository, entries, commit }),
  );
  if (base === undefined || head === undefined) throw new Error('two commits have two sides');
  refuseUnmatchedSpecs(entries, [base, head]);
  const places = {
    paths: [...base.paths, ...head.paths],
    submodules: [...base.submodules, ...head.submodules],
  };
  for (const spec of head.specs) refuseMissingFolder(spec, places);
  refuseLinkedSpecs(head);

  const pairs = pairSpecs({ base: base.specs, head: head.specs, renamed: new Map() });
  const differing = await differingPairs(pairs, { base, head });
  const changes = differing.length === 0 ? [] : await readChanges(repository, { base, head });
  return { changes, unmatched: unmatchedGlobs({ base, head }) };
}

type Sides = { readonly base: CommitSide; readonly head: CommitSide };

async function readChanges(repository: Repository, sides: Sides): Promise<readonly SpecPair[]> {
  const { base, head } = sides;
  const changed = await repository.changedPaths(base.commit, head.commit);
  const renamed = new Map(
    changed.flatMap(({ path, from }) => (from === null ? [] : [[path, from] as const])),
  );
  const pairs = pairSpecs({ base: base.specs, head: head.specs, renamed });
  const names = rememberedNames();
  const read = await atOnce(await differingPairs(pairs, sides), async (pair) => {
    const versions = await readPair(repository, pair, sides);
    const change = changeOf(versions, { changed, renamed, names });
    if (change === null || change.base === null || change.head === null) return change;
    const { spec } = change.head;
    const { isTest } = pathRules(spec, names);
    return {
      ...change,
      testFiles: await readTestFiles(repository, { ...sides, changed, isTest }),
    };
  });
  return read.filter((change) => change !== null);
}

async function differingPairs(
  pairs: readonly MatchedSpecs[],
  sides: Sides,
): Promise<readonly MatchedSpecs[]> {
  const differ = await atOnce(pairs, async (pair) => haveDifferentBlobs(pair, sides));
  return pairs.filter((_, index) => differ[index]);
}

// Imports are looked for only where a file that might be one differs: most changes touch nothing but code and tests.
async function haveDifferentBlobs(pair: MatchedSpecs, { base, head }: Sides): Promise<boolean> {
  if (pair.base === null || pair.head === null) return true;
  const named = (spec: Spec, side: CommitSide): string => blobsOf(spec, namedInstructions(spec, side), side);
  if (named(pair.base, base) !== named(pair.head, head)) return true;
  if (!mayImportsDiffer(pair.head, { base, head })) return false;
  const whole = async (spec: Spec, side: CommitSide): Promise<string> =>
    blobsOf(spec, await side.instructionsOf(spec), side);
  return (await whole(pair.base, base)) !== (await whole(pair.head, head));
}

/** Ids of everything that counts as the spec's text, in the order in which it is joined. */
function blobsOf(spec: Spec, instructions: readonly string[], side: CommitSide): string {
  const ids = (paths: readonly string[]): string =>
    paths.map((path) => side.entries.get(path)?.oid).join(' ');
  return `${ids(spec.files)}\n${ids(instructions)}`;
}

function mayImportsDiffer(spec: Spec, { base, head }: Sides): boolean {
  if (namedInstructions(spec, head).length === 0) return false;
  const { isTest, mayWrite } = pathRules(spec);
  return [...new Set([...base.paths, ...head.paths])].some(
    (path) => base.entries.get(path)?.oid !== head.entries.get(path)?.oid && !isTest(path) && !mayWrite(path),
  );
}

type Versions = { readonly base: SpecVersion | null; readonly head: SpecVersion | null };

async function readPair(repository: Repository, pair: MatchedSpecs, sides: Sides): Promise<Versions> {
  const head = pair.head === null ? null : await readVersion(repository, pair.head, sides.head);
  return { base: pair.base === null ? null : await readBase(repository, pair.base, sides.base), head };
}

// An unreadable base must not stop the very change that repairs it: the spec is then judged as a new one.
async function readBase(repository: Repository, spec: Spec, side: CommitSide): Promise<SpecVersion | null> {
  try {
    return await readVersion(repository, spec, side);
  } catch (error) {
    if (error instanceof UserError && error.code === 'SPEC_UNREADABLE') return null;
    throw error;
  }
}

/** What differs in two commits, by git. */
type Diff = {
  readonly changed: readonly ChangedPath[];
  readonly renamed: ReadonlyMap<string, string>;
  readonly names: PathNames;
};

function changeOf({ base, head }: Versions, diff: Diff): SpecPair | null {
  const present = head ?? base;
  if (present === null) return null;
  const { spec } = present;
  const change = { name: spec.name, base, head, ...besidesTheSpec(diff, present) };
  if (base === null || head === null) return { ...change, hunks: [] };
  if (haveEqualTexts(base.files, head.files) && haveEqualTexts(base.instructions, head.instructions))
    return null;
  return { ...change, hunks: hunksBetween(shownBy(base), shownBy(head), diff.renamed) };
}

function haveEqualTexts(one: readonly TextFile[], other: readonly TextFile[]): boolean {
  return one.length === other.length && one.every((file, at) => file.text === other[at]?.text);
}

function shownBy(version: SpecVersion): readonly TextFile[] {
  return [...version.files, ...version.instructions];
}

function besidesTheSpec(
  { changed, names }: Diff,
  { spec, files, instructions }: SpecVersion,
): Pick<SpecPair, 'changedTests' | 'otherFilesChanged' | 'otherFiles' | 'isCodeSame'> {
  const texts = new Set([...files, ...instructions].map(({ path }) => path));
  const { isTest, mayWrite } = pathRules(spec, names);
  const isTestThere = ({ path, from }: ChangedPath): boolean =>
    isTest(path) || (from !== null && isTest(from));
  const isOther = ({ path }: ChangedPath): boolean => !texts.has(path) && !mayWrite(path);
  const otherFiles = changed.filter((each) => !isTestThere(each) && isOther(each)).map(({ path }) => path);
  return {
    changedTests: changed.filter((each) => isTestThere(each)).map(({ path }) => path),
    otherFilesChanged: otherFiles.length > 0,
    otherFiles,
    isCodeSame: !changed.some(({ path, from }) => mayWrite(path) || (from !== null && mayWrite(from))),
  };
}

function unmatchedGlobs({ base, head }: Sides): readonly string[] {
  const matched = (glob: string): boolean => [base, head].some((side) => side.match([glob]).length > 0);
  const globs = [...base.specs, ...head.specs].flatMap((spec) => [...spec.instructions, ...spec.context]);
  return [...new Set(globs)].filter((glob) => !matched(glob));
}
