import { countOf, type Folder } from './around-folder.ts';
import type { FoundCommand } from './test-command.ts';

/** How a Python project is installed and its tests run by pytest. */
export function pythonTests(folder: Folder): FoundCommand | null {
  const { has, below } = folder;
  const from = [...manifests, ...requirements].find(has) ?? below().find((path) => isTest.test(path));
  const says = [...manifests, ...requirements].some((name) => /pytest/.test(folder.text(name) ?? ''));
  if (from === undefined || !(has('pytest.ini') || says || below().some((path) => isTest.test(path))))
    return null;
  const manager = managed.find(({ lock }) => has(lock)) ?? null;
  return {
    test: '.venv/bin/python -m pytest',
    setup: manager?.setup ?? plainSetup(folder),
    from,
    isReadable: true,
    sources: countOf(below(), /\.py$/),
    installedAbove: null,
    jobInstalls: manager === null ? null : `pipx install ${manager.name}`,
  };
}

const manifests = ['pytest.ini', 'pyproject.toml', 'setup.cfg', 'tox.ini', 'setup.py'];
const isTest = /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/;

/** Where projects usually list what their tests need. */
const requirements = [
  'requirements.txt',
  'requirements-dev.txt',
  'requirements-test.txt',
  'requirements_dev.txt',
  'dev-requirements.txt',
  'test-requirements.txt',
  'requirements/dev.txt',
  'requirements/test.txt',
];

/** Names of all files whose text is read. */
export const pythonFiles: readonly string[] = [...manifests, ...requirements];

// The tests have no network and another cache folder, so the environment must lie in the tree.
const managed = [
  { name: 'uv', lock: 'uv.lock', setup: 'uv sync --frozen' },
  { name: 'poetry', lock: 'poetry.lock', setup: 'POETRY_VIRTUALENVS_IN_PROJECT=true poetry install' },
  { name: 'pdm', lock: 'pdm.lock', setup: 'pdm sync' },
  { name: 'pipenv', lock: 'Pipfile.lock', setup: 'PIPENV_VENV_IN_PROJECT=1 pipenv sync --dev' },
];

/** Not into the machine's own Python: Debian, Ubuntu and Homebrew refuse that. */
function plainSetup(folder: Folder): string {
  const lists = requirements.filter((name) => folder.has(name));
  const isListed = lists.some((name) => /^pytest\b/m.test(folder.text(name) ?? ''));
  const what = [
    ...lists.map((name) => `-r ${name}`),
    ...(isPackage(folder) ? [`-e ${ownExtras(folder)}`] : []),
    ...(isListed ? [] : ['pytest']),
  ];
  return `python3 -m venv .venv && .venv/bin/python -m pip install ${what.join(' ')}`;
}

/** The folder itself, with what it lists for tests. */
function ownExtras(folder: Folder): string {
  const section = /^\[project\.optional-dependencies\]\n((?:(?!\[\w).*\n?)*)/m;
  const listed = section.exec(folder.text('pyproject.toml') ?? '')?.[1] ?? '';
  const extras = ['test', 'tests', 'testing', 'dev'].filter((name) =>
    new RegExp(`^${name}\\s*=`, 'm').test(listed),
  );
  return extras.length === 0 ? '.' : `'.[${extras.join(',')}]'`;
}

/** Whether pip can install the folder itself; many a pyproject.toml only configures tools. */
function isPackage(folder: Folder): boolean {
  return folder.has('setup.py') || /^\[(?:project|build-system)\]/m.test(folder.text('pyproject.toml') ?? '');
}
