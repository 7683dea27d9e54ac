import { scriptsOf } from '../results/runners/npm-scripts.ts';

/** A way to run the tests of one folder, and the file that says so. */
export type TestCommand = {
  /** Relative to the repository; '.' = its root. */
  readonly directory: string;
  readonly test: string;
  readonly setup: string | null;
  /** The file that says so. */
  readonly from: string;
  /** Whether `results: auto` can read single tests, not only an exit code. */
  readonly isReadable: boolean;
  /** Tracked files of its language in or below its folder. */
  readonly sources: number;
};

/** Names of the files that say how tests are run. */
export const manifestNames: readonly string[] = [
  ...['package.json', 'go.mod', 'pyproject.toml', 'pytest.ini', 'requirements.txt', 'Cargo.toml'],
  ...['Makefile', 'GNUmakefile'],
];

/** The test commands that the manifests of one folder imply, the best one first. */
export function findTestCommands(
  directory: string,
  around: { readonly paths: readonly string[]; readonly texts: ReadonlyMap<string, string> },
): readonly TestCommand[] {
  const prefix = directory === '.' ? '' : `${directory}/`;
  const tracked = new Set(around.paths);
  const has = (name: string): boolean => tracked.has(`${prefix}${name}`);
  const text = (name: string): string | null => around.texts.get(`${prefix}${name}`) ?? null;
  const below = around.paths.filter((path) => path.startsWith(prefix));
  const found = [nodeTests, goTests, pythonTests, rustTests, makeTests].flatMap((find) => {
    const one = find({ has, text, below });
    return one === null ? [] : [{ ...one, directory, from: `${prefix}${one.from}` }];
  });
  // A command whose tests can be read one by one is better than an exit code; then the language with most of the code
  // wins.
  return found.toSorted(
    (one, other) => Number(other.isReadable) - Number(one.isReadable) || other.sources - one.sources,
  );
}

type Folder = {
  readonly has: (name: string) => boolean;
  readonly text: (name: string) => string | null;
  readonly below: readonly string[];
};

type Found = Omit<TestCommand, 'directory'>;

function nodeTests({ has, text, below }: Folder): Found | null {
  const script = scriptsOf(text('package.json')).get('test');
  if (script === undefined || script.includes('no test specified')) return null;
  const [setup, test] = managerOf(has);
  return {
    test,
    setup,
    from: 'package.json',
    isReadable: true,
    sources: count(below, /\.[cm]?[jt]sx?$/),
  };
}

function managerOf(has: Folder['has']): readonly [setup: string | null, test: string] {
  if (has('pnpm-lock.yaml')) return ['pnpm install --frozen-lockfile', 'pnpm test'];
  if (has('yarn.lock')) return ['yarn install --immutable', 'yarn test'];
  if (has('bun.lock') || has('bun.lockb')) return ['bun install --frozen-lockfile', 'bun run test'];
  return [has('package-lock.json') || has('npm-shrinkwrap.json') ? 'npm ci' : null, 'npm test'];
}

function goTests({ has, below }: Folder): Found | null {
  if (!has('go.mod')) return null;
  return {
    test: 'go test ./...',
    setup: has('go.sum') ? 'go mod download' : null,
    from: 'go.mod',
    isReadable: true,
    sources: count(below, /\.go$/),
  };
}

function pythonTests({ has, text, below }: Folder): Found | null {
  const from = ['pytest.ini', 'pyproject.toml', 'requirements.txt'].find(has);
  const isPytest =
    has('pytest.ini') ||
    /pytest/.test(`${text('pyproject.toml') ?? ''}${text('requirements.txt') ?? ''}`) ||
    below.some((path) => /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/.test(path));
  if (from === undefined || !isPytest) return null;
  const [setup, test] = pythonManagerOf(has);
  return { test, setup, from, isReadable: true, sources: count(below, /\.py$/) };
}

function pythonManagerOf(has: Folder['has']): readonly [setup: string | null, test: string] {
  if (has('uv.lock')) return ['uv sync --frozen', 'uv run --no-sync pytest'];
  if (has('poetry.lock')) return ['poetry install --no-root', 'poetry run pytest'];
  return [has('requirements.txt') ? 'pip install --user -r requirements.txt' : null, 'python3 -m pytest'];
}

function rustTests({ has, below }: Folder): Found | null {
  if (!has('Cargo.toml')) return null;
  return {
    test: 'cargo test',
    setup: 'cargo fetch',
    from: 'Cargo.toml',
    isReadable: false,
    sources: count(below, /\.rs$/),
  };
}

function makeTests({ has, text }: Folder): Found | null {
  const from = ['GNUmakefile', 'Makefile'].find((name) => has(name) && /^test\s*:/m.test(text(name) ?? ''));
  return from === undefined ? null : { test: 'make test', setup: null, from, isReadable: false, sources: 0 };
}

function count(paths: readonly string[], ending: RegExp): number {
  return paths.filter((path) => ending.test(path) && !path.includes('node_modules/')).length;
}
