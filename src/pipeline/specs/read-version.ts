import { atOnce } from '../../core/at-once.ts';
import { emptiedHelpers, helpersByName, type EmptiedHelper } from '../../core/specs/emptied-helpers.ts';
import { maximumTextBytes, noFile, readText, tooLarge } from '../../core/specs/read-text.ts';
import type { Spec, SpecVersion, TextFile } from '../../core/specs/spec.ts';
import { emptiedPaths, pathRules, withheldPaths } from '../../core/specs/writable.ts';
import type { Repository } from '../../ports/repository.ts';
import type { CommitSide } from './commit-side.ts';

/** Reads one text of a spec with everything else that a model is shown. Throws SPEC_UNREADABLE. */
export async function readVersion(
  repository: Repository,
  spec: Spec,
  side: CommitSide,
): Promise<SpecVersion> {
  const instructions = await side.instructionsOf(spec);
  const read = async (paths: readonly string[]): Promise<readonly TextFile[]> =>
    atOnce(paths, (path) => readOne(repository, side, path));
  const version = {
    spec,
    commit: side.commit,
    files: await read(spec.files),
    instructions: await read(instructions),
    context: await read(contextPaths(spec, side).filter((path) => !instructions.includes(path))),
    emptied: emptiedPaths(side.paths, spec),
    withheld: withheldPaths(side.paths, spec),
  };
  const helpers = await readHelpers(repository, version, side);
  return helpers.length === 0 ? version : { ...version, helpers };
}

// Only a word to the reader, so a suite that is larger than this is not read to its end.
const mostTests = 100;
const mostTestBytes = 256 * 1024;

async function readHelpers(
  repository: Repository,
  version: SpecVersion,
  side: CommitSide,
): Promise<readonly EmptiedHelper[]> {
  const [helper] = helpersByName(version.emptied);
  if (helper === undefined) return [];
  const { isTest } = pathRules(version.spec);
  const tests = [...side.entries.values()].filter(
    ({ path, kind, size }) =>
      (kind === 'file' || kind === 'executable') &&
      size <= mostTestBytes &&
      /\.(?:[cm]?[jt]sx?|py)$/.test(path) &&
      isTest(path),
  );
  const near = tests.toSorted((one, other) => nearness(other.path, helper) - nearness(one.path, helper));
  const texts = await atOnce(near.slice(0, mostTests), async ({ path, oid }) => ({
    path,
    text: new TextDecoder().decode(await repository.readBlob(oid)),
  }));
  return emptiedHelpers(version, texts);
}

// In a repository of many packages those that import a file mostly lie beside it.
function nearness(path: string, other: string): number {
  const parts = other.split('/');
  const differs = path.split('/').findIndex((part, index) => part !== parts[index]);
  return differs === -1 ? parts.length : differs;
}

// A wide glob may match tests, and a model that sees a test writes code for that test.
function contextPaths(spec: Spec, side: CommitSide): readonly string[] {
  const paths = side.match(spec.context);
  const { isTest } = pathRules(spec);
  return paths.filter((path) => !spec.files.includes(path) && !isTest(path));
}

async function readOne(repository: Repository, side: CommitSide, path: string): Promise<TextFile> {
  const entry = side.entries.get(path);
  if (entry === undefined) throw new Error(`${path} is not in ${side.commit}`);
  if (entry.kind === 'symlink' || entry.kind === 'submodule') throw noFile(path, entry.kind);
  // The listing has its size, so a huge file is never loaded.
  if (entry.size > maximumTextBytes) throw tooLarge(path, entry.size);
  return readText(path, await repository.readBlob(entry.oid));
}
