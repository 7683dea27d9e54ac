import { atOnce } from '../../core/at-once.ts';
import type { ChangedFile } from '../../core/controls/change.ts';
import { isDataFile } from '../../core/controls/changed-data.ts';
import { languageOf } from '../../core/controls/language.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { pathRules } from '../../core/specs/writable.ts';
import type { TreeEntry } from '../../ports/repository.ts';
import type { Engine } from './engine.ts';
import { testedVersion } from './run-tests.ts';

/** Texts of a version's test files in which something could be changed, as far as `isWanted` says so. */
export async function readTestFiles(
  engine: Engine,
  version: SpecVersion,
  isWanted: (path: string) => boolean,
): Promise<readonly ChangedFile[]> {
  const { repository } = engine.ports;
  const entries = await testFilesOf(engine, version, isWanted);
  const read = await atOnce(entries.slice(0, mostFiles), async ({ path, oid }) => {
    const bytes = await repository.readBlob(oid);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    // Text in another encoding would not be the same file once it is written again.
    return new TextEncoder().encode(text).length === bytes.length ? [{ path, text }] : [];
  });
  return read.flat();
}

const mostFiles = 400;

/** Whether there is a test file in which something could be changed. Reads nothing but the listing. */
export async function hasTestFiles(engine: Engine, version: SpecVersion): Promise<boolean> {
  return (await testFilesOf(engine, version, () => true)).length > 0;
}

async function testFilesOf(
  engine: Engine,
  version: SpecVersion,
  isWanted: (path: string) => boolean,
): Promise<readonly TreeEntry[]> {
  const { commit, spec } = testedVersion(engine, version);
  const { isTest } = pathRules(spec);
  return (await engine.ports.repository.listFiles(commit)).filter(
    ({ path, kind }) =>
      (kind === 'file' || kind === 'executable') &&
      isWanted(path) &&
      (languageOf(path) !== null || isDataFile(path)) &&
      isTest(path),
  );
}
