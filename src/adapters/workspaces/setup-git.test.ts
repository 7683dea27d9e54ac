import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cleanEnvironment, hostPath } from '../process/environment.ts';
import { openTestSandbox, type TestSandbox } from '../../testing/open-test-sandbox.ts';
import {
  prepareSituation,
  runIn,
  type PreparedSituation,
  type Situation,
} from '../../testing/prepared-workspace.ts';
import { gitEnvironment } from '../../testing/temporary-repository.ts';
import type { Workspace } from '../../ports/workspace.ts';

let opened: TestSandbox;
beforeAll(async () => {
  opened = await openTestSandbox();
});
afterAll(async () => {
  await opened[Symbol.asyncDispose]();
});

/** A project with the tag v1.2.0 one commit ago. */
const project: Omit<Situation, 'temporaryRoot'> = {
  files: { 'src/made.js': 'old' },
  emptied: ['src/made.js'],
  change: async (directory) => {
    const options = { cwd: directory, env: gitEnvironment };
    for (const words of [
      ['add', '.'],
      ['commit', '-qm', 'first'],
      ['tag', 'v1.2.0'],
    ])
      await promisify(execFile)('git', words, options);
  },
};

function prepare(spec: NonNullable<Situation['spec']>): Promise<PreparedSituation> {
  const { sandbox, temporaryRoot } = opened;
  return prepareSituation({ ...project, spec, temporaryRoot, tools: { sandbox } });
}

async function tested(workspace: Workspace, command: string): Promise<string> {
  const { end, stdout, stderr } = await opened.sandbox.run({
    purpose: 'test',
    view: await workspace.view(null),
    command,
    directory: workspace.directory,
    environment: cleanEnvironment({
      home: workspace.home,
      path: hostPath(),
      temporary: workspace.temporary,
    }),
    timeoutMs: 120_000,
    signal: new AbortController().signal,
  });
  return end.kind === 'exited' && end.code === 0 ? stdout.text.trim() : `failed ${stderr.text}`;
}

const setup =
  'mkdir made && git describe --tags --dirty > made/version && git log --oneline | wc -l >> made/version';

test('with `git: true` setup finds a repository with the nearest tag, and a cell finds none', async () => {
  await using situation = await prepare({ setup, git: true });
  await using workspace = await situation.answer('new');

  expect(await tested(workspace, 'cat made/version')).toMatch(/^v1\.2\.0-1-g[0-9a-f]{7}\n2$/);
  expect(await tested(workspace, 'git log')).toMatch(/^failed fatal: not a git repository/);
  expect(await tested(workspace, 'find / -name ".git" -not -path "/proc/*" 2> /dev/null; true')).toBe('');
});

test('without a sandbox a cell finds none either', async () => {
  await using situation = await prepareSituation({
    ...project,
    spec: { setup, git: true },
    temporaryRoot: opened.temporaryRoot,
  });
  await using workspace = await situation.answer('new');

  expect(await runIn(workspace, 'cat made/version')).toMatch(/^v1\.2\.0-1-g/);
  expect(await runIn(workspace, 'git log; find .. ../../commit-1 -name .git')).toMatch(
    /^failed fatal: not a git|^$/,
  );
});

test.each([
  ['git itself', 'git describe --tags'],
  ['a tool that asks it', 'echo "setuptools-scm was unable to detect version for /x." >&2; exit 1'],
])('where setup fails without one, %s, it is told about `git: true`', async (_, command) => {
  await expect(prepare({ setup: command })).rejects.toMatchObject({
    code: 'SETUP_FAILED',
    hint: expect.stringMatching(/^Trees have no `\.git`\. .* set `git: true`/),
  });
});

/** The same project in a checkout of one commit, without the tag. */
const shallow: typeof project = {
  ...project,
  change: async (directory) => {
    await project.change?.(directory);
    const { stdout } = await promisify(execFile)('git', ['rev-parse', 'HEAD'], { cwd: directory });
    await promisify(execFile)('git', ['tag', '-d', 'v1.2.0'], { cwd: directory });
    await writeFile(join(directory, '.git/shallow'), stdout);
  },
};
const way = expect.stringMatching(/finds no tag .*shallow: set `fetch-depth: 0` for actions\/checkout/);

test('of a shallow checkout that lacks the tag it is said how to get it, in the notes and where setup fails for it', async () => {
  const { sandbox, temporaryRoot } = opened;
  const of = (command: string): Promise<PreparedSituation> =>
    prepareSituation({
      ...shallow,
      spec: { setup: command, git: true },
      temporaryRoot,
      tools: { sandbox },
    });
  await using situation = await of('git log > /dev/null');
  expect(situation.prepared.notes).toEqual([way]);
  await expect(of('git describe --tags')).rejects.toMatchObject({ code: 'SETUP_FAILED', hint: way });
});

test('another failure is told nothing about git', async () => {
  await expect(prepare({ setup: 'echo no registry >&2; exit 1' })).rejects.toMatchObject({
    hint: expect.not.stringContaining('git'),
  });
});
