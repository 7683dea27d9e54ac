import { existsSync, readFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { bundle } from '../src/testing/runs/bundle.ts';
import { runnerPath } from '../src/testing/runs/run-action.ts';
import { startNode, type Ended } from '../src/testing/runs/run-node.ts';
import {
  gitEnvironment,
  temporaryRepository,
  type TemporaryRepository,
} from '../src/testing/temporary-repository.ts';

const config = '.github/spec-portability.yml';
const workflow = '.github/workflows/spec-portability.yml';

const files = {
  'package.json': '{"scripts":{"test":"node --test"}}',
  'specs/half/SPEC.md': '# Half\n',
  'src/half/index.mjs': 'export const half = (n) => n / 2;\n',
  'test/half.test.mjs': '',
};

async function cli(at: TemporaryRepository, ...argv: readonly string[]): Promise<Ended> {
  const env = { PATH: runnerPath, HOME: '/nonexistent' };
  return startNode([bundle.cli, ...argv], { cwd: at.directory, env }).ended;
}

test('init writes a config file that a dry run accepts, says why, and what will be emptied', async () => {
  await using at = await temporaryRepository(files);

  const first = await cli(at, 'init');

  expect(first).toMatchObject({ code: 0, stdout: '' });
  expect(first.stderr).toContain('Wrote .github/spec-portability.yml.');
  expect(first.stderr).toContain('Tests: `npm test` (package.json).');
  expect(first.stderr).toContain(
    'half: 1 committed file is emptied before each generation: src/half/index.mjs.',
  );
  expect(first.stderr.trimEnd().split('\n').at(-1)).toBe(
    `Next: replace OWNER in ${workflow}, run \`spec-portability doctor\`, commit ${config} and ${workflow}, and store ANTHROPIC_API_KEY and OPENAI_API_KEY as secrets of the repository.`,
  );
  await at.commit();
  await at.write({ 'specs/half/SPEC.md': '# Half, rounded up\n' });
  await at.commit();
  const dry = await cli(at, 'check', '--base', 'HEAD~1', '--head', 'HEAD', '--dry-run');
  expect(dry).toMatchObject({ code: 0 });
  expect(dry.stderr).toContain('Plan: 2 questions');
});

test('init overwrites nothing, writes what is not there, and ends with 2', async () => {
  await using at = await temporaryRepository({ ...files, 'spec-portability.yml': 'mine\n' });

  const run = await cli(at, 'init');

  expect(run.code).toBe(2);
  expect(run.stderr).toContain('spec-portability.yml exists already and was not changed');
  expect(readFileSync(join(at.directory, 'spec-portability.yml'), 'utf8')).toBe('mine\n');
  expect(existsSync(join(at.directory, config))).toBe(false);
  expect(existsSync(join(at.directory, workflow))).toBe(true);
  expect(run.stderr).toContain(`Next: replace OWNER in ${workflow}, run `);
  const again = await cli(at, 'init');
  expect(again.stderr).toContain(`${workflow} exists already and was not changed`);
  expect(again.stderr).not.toContain('Next:');
});

test('init follows no link out of the repository', async () => {
  await using elsewhere = await temporaryRepository({ 'x.yml': '' });
  await using at = await temporaryRepository(files);
  await symlink(elsewhere.directory, join(at.directory, '.github'));

  const run = await cli(at, 'init');

  expect(run.code).toBe(2);
  expect(existsSync(join(elsewhere.directory, 'spec-portability.yml'))).toBe(false);
});

test('init is called by path from anywhere, and fills the repository also from a folder in it', async () => {
  await using at = await temporaryRepository(files);
  const env = { PATH: runnerPath, HOME: '/nonexistent' };

  const empty = await cli(at, 'init', '--cwd', '');
  const inFolder = join(at.directory, 'src/half');
  const run = await startNode([bundle.cli, 'init', '--cwd', inFolder], { cwd: '/', env }).ended;

  expect(empty).toMatchObject({ code: 2, stderr: expect.stringContaining('option `--cwd` is empty') });
  expect(run.code).toBe(0);
  expect(await at.git('status', '--porcelain', '--untracked-files=all')).toBe(`?? ${config}\n?? ${workflow}`);
});

// `npx github:OWNER/REPOSITORY` installs what package.json names and builds what it can: minutes, where all of it is in dist.
test('npx takes it from a git repository with nothing to install or to build', async () => {
  await using program = await temporaryRepository({ 'package.json': readFileSync('package.json', 'utf8') });
  await cp(dirname(bundle.cli), join(program.directory, 'dist'), { recursive: true });
  await program.commit();
  await using at = await temporaryRepository(files);
  const cache = await mkdtemp(join(tmpdir(), 'npx-'));
  const words = ['exec', '--yes', '--offline', '--cache', cache, '--', `git+file://${program.directory}`];
  const env = { ...gitEnvironment, PATH: runnerPath, HOME: cache };

  await promisify(execFile)('npm', [...words, 'init'], { cwd: at.directory, env });

  expect(readFileSync(join(at.directory, config), 'utf8')).toContain('writes: ["src/half/**"]');
  await rm(cache, { recursive: true, force: true });
});

test('in a workspace it writes a setup that installs from the folder of the lock file, and doctor runs it', async () => {
  await using at = await temporaryRepository({
    'package.json': '{"private":true,"workspaces":["packages/*"]}',
    'package-lock.json': JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': { workspaces: ['packages/*'] },
        'node_modules/half': { resolved: 'packages/half', link: true },
        'node_modules/five': { resolved: 'packages/five', link: true },
        'packages/half': { version: '1.0.0', devDependencies: { five: '1.0.0' } },
        'packages/five': { version: '1.0.0' },
      },
    }),
    'packages/half/SPEC.md': '# Half\n',
    'packages/half/package.json': JSON.stringify({
      ...{ name: 'half', version: '1.0.0', type: 'module', devDependencies: { five: '1.0.0' } },
      scripts: { test: 'node --test' },
    }),
    'packages/half/src/half.js': 'export const half = (n) => n / 2;\n',
    'packages/half/half.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { five } from 'five';
import { half } from './src/half.js';
test('halves', () => assert.equal(half(five), 2.5));
`,
    'packages/five/package.json': '{"name":"five","version":"1.0.0","type":"module","exports":"./five.js"}',
    'packages/five/five.js': 'export const five = 5;\n',
  });

  const run = await cli(at, 'init');

  expect(run.stderr).toContain('Setup in packages/half: `cd ../.. && npm ci`');
  expect(readFileSync(join(at.directory, config), 'utf8')).toContain('setup: "cd ../.. && npm ci"');
  await at.commit();
  const env = { PATH: runnerPath, HOME: '/nonexistent', ANTHROPIC_API_KEY: 'x', OPENAI_API_KEY: 'x' };
  const doctor = await startNode([bundle.cli, 'doctor'], { cwd: at.directory, env }).ended;
  expect(doctor.stdout).toContain('tests of half: they pass as committed, 1 of them');
  expect(doctor.stderr).toMatch(/^setup of [0-9a-f]{12} in packages\/half: cd /m);
  expect(doctor.code).toBe(0);
});

test('init --print writes nothing', async () => {
  await using at = await temporaryRepository(files);

  const run = await cli(at, 'init', '--print');

  expect(run.code).toBe(0);
  expect(run.stdout).toContain('writes: ["src/half/**"]');
  expect(await at.git('status', '--porcelain')).toBe('');
});

test('what nobody but the reader can know is refused with its line until it is filled in', async () => {
  await using at = await temporaryRepository({
    ...files,
    'specs/half/SPEC.md': '',
    'specs/other.md': '# Other\n',
  });

  const run = await cli(at, 'init');

  expect(run.code).toBe(0);
  expect(run.stderr).toContain('To fill in for other: the lines marked FILL IN.');
  await at.commit();
  const dry = await cli(at, 'check', '--base', 'HEAD', '--head', 'HEAD', '--dry-run');
  expect(dry.code).toBe(2);
  expect(dry.stderr).toMatch(/WRITES_EMPTY: \.github\/spec-portability\.yml:\d+: .*at least one path/);
});

test('a repository without a spec is told where one is looked for', async () => {
  await using at = await temporaryRepository({ 'README.md': '' });

  const run = await cli(at, 'init');

  expect(run.code).toBe(2);
  expect(run.stderr).toMatch(/^SPEC_NOT_FOUND: .*openspec\/specs/);
});
