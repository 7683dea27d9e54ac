import { countOf, folderAt, type Folder } from './around-folder.ts';
import type { Surroundings } from './guess-writes.ts';
import { nodeTests } from './node-tests.ts';
import { pythonFiles, pythonTests } from './python-tests.ts';
import type { FoundCommand, TestCommand } from './test-command.ts';

/** Paths, from a folder, of the files that say how its tests are run. */
export const manifestNames: readonly string[] = [
  ...['package.json', 'go.mod', 'Cargo.toml', 'Makefile', 'GNUmakefile'],
  ...pythonFiles,
];

/** The test commands that the manifests of one folder imply, the best one first. */
export function findTestCommands(directory: string, around: Surroundings): readonly TestCommand[] {
  const prefix = directory === '.' ? '' : `${directory}/`;
  const folder = folderAt(directory, around);
  const found = [nodeTests, goTests, pythonTests, rustTests, makeTests].flatMap((find) => {
    const one = find(folder);
    return one === null ? [] : [{ ...one, directory, from: `${prefix}${one.from}` }];
  });
  // A command whose tests can be read one by one is better than an exit code; then the language with most of the code
  // wins.
  return found.toSorted(
    (one, other) => Number(other.isReadable) - Number(one.isReadable) || other.sources - one.sources,
  );
}

const onEveryRunner = { installedAbove: null, jobInstalls: null } as const;

function goTests({ has, below }: Folder): FoundCommand | null {
  if (!has('go.mod')) return null;
  return {
    test: 'go test ./...',
    setup: has('go.sum') ? 'go mod download' : null,
    from: 'go.mod',
    isReadable: true,
    sources: countOf(below(), /\.go$/),
    ...onEveryRunner,
  };
}

function rustTests({ has, below }: Folder): FoundCommand | null {
  if (!has('Cargo.toml')) return null;
  const isLocked = has('Cargo.lock');
  return {
    // Tests have no network and cannot write a lock file, which cargo does where another version of it wrote the file.
    test: `cargo test${isLocked ? ' --locked' : ''} --offline`,
    setup: `cargo fetch${isLocked ? ' --locked' : ''}`,
    from: 'Cargo.toml',
    isReadable: false,
    sources: countOf(below(), /\.rs$/),
    ...onEveryRunner,
  };
}

function makeTests({ has, text }: Folder): FoundCommand | null {
  const from = ['GNUmakefile', 'Makefile'].find((name) => has(name) && /^test\s*:/m.test(text(name) ?? ''));
  if (from === undefined) return null;
  return { test: 'make test', setup: null, from, isReadable: false, sources: 0, ...onEveryRunner };
}
