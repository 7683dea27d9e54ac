import { describe, expect, test } from '@jest/globals';
import { propose } from './propose.ts';
import { starterConfig } from './starter-config.ts';
import { starterFor } from './starter.ts';

type Files = Readonly<Record<string, string>>;

const around = (files: Files) => ({ paths: Object.keys(files), texts: new Map(Object.entries(files)) });

function commandOf(files: Files) {
  const { directory, setup, test: command } = propose(around(files)).entries[0]?.command ?? {};
  return { directory, setup, test: command };
}

const tested = '{"scripts":{"test":"node --test"},"dependencies":{"x":"1"}}';
const inPackage: Files = {
  'packages/a/SPEC.md': '',
  'packages/a/package.json': tested,
  'packages/a/src/a.js': '',
};
const workspaces = '{"workspaces":["packages/*"]}';

describe('a package of a workspace is installed from the folder of the lock file', () => {
  test.each<[string, Files]>([
    ['cd ../.. && npm ci', { 'package.json': workspaces, 'package-lock.json': '' }],
    ['cd ../.. && pnpm install --frozen-lockfile', { 'pnpm-workspace.yaml': '', 'pnpm-lock.yaml': '' }],
    ['cd ../.. && yarn install --frozen-lockfile', { 'package.json': workspaces, 'yarn.lock': '' }],
    [
      'cd ../.. && yarn install --immutable',
      { 'package.json': workspaces, 'yarn.lock': '', '.yarnrc.yml': '' },
    ],
    [
      'cd ../.. && yarn install --immutable',
      { 'package.json': '{"packageManager":"yarn@4.1.0","workspaces":["packages/*"]}', 'yarn.lock': '' },
    ],
    ['cd ../.. && bun install --frozen-lockfile', { 'package.json': workspaces, 'bun.lock': '' }],
    ['cd ../.. && npm install', { 'package.json': workspaces }],
    // A lock file of its own is nearer, and one further up that knows nothing of the package is not used.
    ['npm ci', { 'package.json': workspaces, 'package-lock.json': '', 'packages/a/package-lock.json': '' }],
    ['npm install', { 'package.json': '{}', 'package-lock.json': '' }],
  ])('`%s` from %j', (setup, root) => {
    expect(commandOf({ ...inPackage, ...root })).toMatchObject({ directory: 'packages/a', setup });
  });

  test('and that is said', () => {
    const files = { ...inPackage, 'package.json': workspaces, 'package-lock.json': '' };
    expect(propose(around(files)).said).toContain(
      'Setup in packages/a: `cd ../.. && npm ci`, because package-lock.json stands in a folder above.',
    );
  });
});

describe('Python is installed into an environment of the tree', () => {
  const code = { 'specs/a.md': '', 'a.py': '', 'tests/test_a.py': '' };
  const venv = 'python3 -m venv .venv && .venv/bin/python -m pip install';

  test.each<[string, Files]>([
    [`${venv} pytest`, {}],
    [`${venv} -r requirements.txt pytest`, { 'requirements.txt': 'numpy\n' }],
    [
      `${venv} -r requirements.txt -r requirements-dev.txt`,
      { 'requirements.txt': '', 'requirements-dev.txt': 'pytest>=7\n' },
    ],
    [`${venv} pytest`, { 'pyproject.toml': '[tool.pytest.ini_options]\n' }],
    [`${venv} -e . pytest`, { 'pyproject.toml': '[project]\nname = "a"\n' }],
    [
      `${venv} -e '.[test]' pytest`,
      {
        'pyproject.toml':
          '[project]\n[project.optional-dependencies]\ndocs = []\ntest = ["pytest"]\n[tool.x]\ndev = 1\n',
      },
    ],
    ['uv sync --frozen', { 'pyproject.toml': '', 'uv.lock': '' }],
    ['POETRY_VIRTUALENVS_IN_PROJECT=true poetry install', { 'pyproject.toml': '', 'poetry.lock': '' }],
  ])('`%s` with %j', (setup, files) => {
    expect(commandOf({ ...code, ...files })).toEqual({
      directory: '.',
      setup,
      test: '.venv/bin/python -m pytest',
    });
  });
});

test('what the machines of GitHub do not have is installed by the workflow, in the version of the repository', () => {
  const files = {
    ...inPackage,
    'package.json': '{"packageManager":"pnpm@9.15.9+sha512.abc"}',
    'pnpm-workspace.yaml': '',
    'pnpm-lock.yaml': '',
  };
  const { workflow, said } = starterFor(around(files));
  expect(workflow).toContain('      - run: npm install --global pnpm@9.15.9\n      - uses: OWNER/');
  expect(said).toContain('The job runs `npm install --global pnpm@9.15.9` first.');
});

describe('a skill that comes with scripts', () => {
  const files = {
    'AGENTS.md': '',
    'skills/pdf/SKILL.md': '',
    'skills/pdf/scripts/read.mjs': '',
    'tests/read.test.mjs': '',
  };

  test('is the spec of these scripts, and the rules beside it are instructions', () => {
    const { entries, instructions } = propose(around(files));
    expect(entries).toMatchObject([
      { names: ['pdf'], spec: ['skills/pdf/SKILL.md'], writes: ['skills/pdf/scripts/**'] },
    ]);
    expect(instructions).toEqual(['AGENTS.md']);
    expect(starterConfig(propose(around(files)))).not.toContain('FILL IN');
  });
});
