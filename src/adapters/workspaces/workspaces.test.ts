import { execFile } from 'node:child_process';
import { chmod, lstat, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  prepareSituation,
  runIn,
  type PreparedSituation,
  type Situation,
} from '../../testing/prepared-workspace.ts';
import { CancelledError, UnsafePathError } from '../../errors.ts';

let temporaryRoot = '';
beforeAll(async () => {
  temporaryRoot = await realpath(await mkdtemp(join(tmpdir(), 'workspaces-')));
});
afterAll(async () => {
  await rm(temporaryRoot, { recursive: true, force: true });
});

function prepare(situation: Omit<Situation, 'temporaryRoot'>): Promise<PreparedSituation> {
  return prepareSituation({ ...situation, temporaryRoot });
}

describe('dependencies that lead nowhere back', () => {
  const situation: Omit<Situation, 'temporaryRoot'> = {
    files: {
      'package.json': '{"type":"module"}',
      'src/made.js': 'export const answer = 42;',
      'packages/a/kept.txt': '',
      'test.mjs': `import dep from 'dep'; import { answer } from './src/made.js'; import config from './local.js';
        if (answer + dep + config !== 44) throw new Error('sum'); console.log('right');`,
    },
    spec: {
      setup: `mkdir -p node_modules/dep packages/a/node_modules/.bin && echo 'export default 1' > node_modules/dep/index.js &&
        echo '{"name":"dep","type":"module","exports":"./index.js"}' > node_modules/dep/package.json &&
        ln -s ../../../../node_modules/dep/index.js packages/a/node_modules/.bin/dep &&
        echo 'export { default } from "dep"' > local.js && echo changed > package.json && echo x > src/left.js`,
    },
    emptied: ['src/made.js'],
  };

  test('are linked into trees that run side by side, and setup ran once', async () => {
    await using opened = await prepare(situation);
    expect(await opened.again()).toBe(opened.prepared);
    await using wrong = await opened.answer('export const answer = 0;');
    await using right = await opened.answer('export const answer = 42;');
    expect(right.root).not.toBe(wrong.root);
    expect(await runIn(wrong, 'node test.mjs')).toMatch(/^failed[^]*sum/);
    expect(await runIn(right, 'node test.mjs')).toBe('right');
    expect(await runIn(right, 'realpath packages/a/node_modules/.bin/dep')).toMatch(
      /commit-1\/tree\/node_modules\/dep/,
    );
  });

  test('are all that stays at the path of setup, so no committed file can be reached there', async () => {
    await using opened = await prepare(situation);
    await using workspace = await opened.answer('export const answer = 42;');
    const seen = await runIn(workspace, 'cd "$(realpath node_modules)/.." && find . -type f | sort');
    expect(seen.split('\n')).toEqual([
      './local.js',
      './node_modules/dep/index.js',
      './node_modules/dep/package.json',
      './src/left.js',
    ]);
  });

  test('do not hold what setup made under `writes`, nor what it did to committed files', async () => {
    await using opened = await prepare(situation);
    expect(opened.prepared.notes).toEqual([expect.stringContaining('made src/left.js under `writes`')]);
    await using workspace = await opened.prepared.open({ kind: 'committed' });
    expect(await readdir(join(workspace.root, 'src'))).toEqual(['made.js']);
    expect(await workspace.read(join(workspace.root, 'package.json'))).toBe('{"type":"module"}');
  });

  test('are named where they hold a copy of the code that is to be generated', async () => {
    const code = `export const answer = 42; // ${'long enough to be no accident '.repeat(3)}`;
    await using opened = await prepare({
      files: { 'src/made.js': code },
      spec: { setup: 'mkdir node_modules && cp src/made.js node_modules/copy.js' },
      emptied: ['src/made.js'],
    });
    expect(opened.prepared.notes).toEqual([
      expect.stringContaining('copied src/made.js to node_modules/copy.js'),
    ]);
  });
});

describe('a workspace', () => {
  const files = { 'src/made.js': 'old', 'src/deep/other.js': 'old', 'test.mjs': '', 'SPEC.md': 'spec' };
  const emptied = ['src/made.js', 'src/deep/other.js'];

  test('without setup holds the commit, no .git, and an empty folder for reports', async () => {
    await using opened = await prepare({ files, emptied });
    expect(opened.prepared.notes).toEqual([]);
    await using workspace = await opened.prepared.open({ kind: 'committed' });
    expect(await readdir(workspace.root)).toEqual(['SPEC.md', 'src', 'test.mjs']);
    expect(await workspace.listReports()).toEqual([]);
    expect(workspace.directory).toBe(workspace.root);
  });

  test('has files of its own: what a command does to them, no later workspace sees', async () => {
    const change = async (directory: string): Promise<void> => {
      await symlink('src/made.js', join(directory, 'link'));
      await symlink('nowhere', join(directory, 'dangling'));
      await chmod(join(directory, 'test.mjs'), 0o755);
    };
    await using opened = await prepare({ files, change });
    const look = 'cat src/made.js SPEC.md link; readlink link dangling; test -x test.mjs && echo runs';
    for (const _ of ['first', 'second', 'third']) {
      await using workspace = await opened.prepared.open({ kind: 'committed' });
      const ruin = 'echo ruined | tee src/made.js SPEC.md; chmod a-x test.mjs; rm link dangling; touch left';
      expect(await runIn(workspace, `${look}; (${ruin}) > /dev/null`)).toBe(
        'oldspecoldsrc/made.js\nnowhere\nruns',
      );
      expect(await readdir(workspace.root)).toContain('left');
    }
  });

  test('emptied has lost the files under `writes` and the folders they stood in', async () => {
    await using opened = await prepare({ files, emptied });
    await using workspace = await opened.prepared.open({ kind: 'emptied' });
    expect(await readdir(workspace.root)).toEqual(['SPEC.md', 'test.mjs']);
  });

  test('has its directory even when nothing committed is left in it', async () => {
    await using opened = await prepare({ files, emptied, spec: { directory: 'src/deep' } });
    await using workspace = await opened.prepared.open({ kind: 'emptied' });
    expect(workspace.directory).toBe(join(workspace.root, 'src/deep'));
    expect(await readdir(workspace.directory)).toEqual([]);
  });

  test('reads regular files below the tree and the reports, and nothing else', async () => {
    await using opened = await prepare({ files });
    await using workspace = await opened.prepared.open({ kind: 'committed' });
    const { root, reports } = workspace;
    await writeFile(join(temporaryRoot, 'secret'), 'secret');
    await runIn(
      workspace,
      `ln -s ${temporaryRoot}/secret link; ln -s ${temporaryRoot} folder; mkfifo pipe; truncate -s 17M big`,
    );
    await runIn(workspace, 'echo report > "$TMPDIR/b.xml"; mkdir "$TMPDIR/a"; ln -s b.xml "$TMPDIR/c"');
    expect(await workspace.listReports()).toEqual(['b.xml']);
    expect(await workspace.read(join(reports, 'b.xml'))).toBe('report\n');
    expect(await workspace.read(join(root, 'src/made.js'))).toBe('old');
    const refused = ['link', 'folder/secret', 'pipe', 'big', 'absent', '../../secret', '.', 'src'];
    for (const path of refused) expect(await workspace.read(join(root, path))).toBeNull();
    expect(await workspace.read(join(reports, 'c'))).toBeNull();
  });

  test('is gone after disposing it, also with a folder deeper than any path leads', async () => {
    await using opened = await prepare({ files });
    const before = await readdir(temporaryRoot);
    await using workspace = await opened.prepared.open({ kind: 'committed' });
    await runIn(
      workspace,
      `node -e "for (let depth = 0; depth < 1500; depth += 1) { fs.mkdirSync('dd'); process.chdir('dd'); }"`,
    );
    await workspace[Symbol.asyncDispose]();
    await expect(lstat(workspace.root)).rejects.toThrow('ENOENT');
    expect(await readdir(temporaryRoot)).toEqual(before);
  });

  test('is gone after disposing it, however often, also with folders made read-only', async () => {
    await using opened = await prepare({ files });
    const workspace = await opened.prepared.open({ kind: 'committed' });
    await runIn(workspace, 'mkdir -p stuck/in && touch stuck/in/file && chmod -R a-w stuck');
    await workspace[Symbol.asyncDispose]();
    await workspace[Symbol.asyncDispose]();
    await expect(readFile(join(workspace.root, 'test.mjs'))).rejects.toThrow('ENOENT');
  });
});

describe('a generated file that cannot stand where it wants to is refused, and nothing is left', () => {
  const files = { 'test.mjs': 'test', 'src/kept.test.js': 'test' };
  const links = { 'src/link': '/tmp', 'src/file': '../test.mjs' };
  test.each([
    'test.mjs',
    'src/kept.test.js',
    'src/kept.test.js/below',
    'src/link/escaped',
    'src/file',
    '../out',
    '/tmp/out',
    'src//twice',
    'src/.git/config',
    'src/.GIT/config',
    String.raw`src\win`,
    'src/nul\0',
    '',
    'node_modules/dep/index.js',
    'node_modules',
  ])('%j', async (path) => {
    const setup = 'mkdir -p node_modules/dep && echo 1 > node_modules/dep/index.js';
    await using opened = await prepare({ files, links, spec: { setup } });
    const content = {
      kind: 'generated',
      files: [
        { path: 'src/fine.js', content: '' },
        { path, content: 'x' },
      ],
    } as const;
    await expect(opened.prepared.open(content)).rejects.toThrow(UnsafePathError);
    const [top = ''] = await readdir(temporaryRoot).then((names) =>
      names.filter((name) => name.startsWith('spec-')),
    );
    expect(await readdir(join(temporaryRoot, top))).toEqual(['commit-1']);
  });
});

describe('HOME', () => {
  const files = { 'src/made.js': 'old', 'test.mjs': '' };
  const setup = `mkdir -p "$HOME/.tool" "$HOME/.cache/pip" "$HOME/.cache/light" && echo set > "$HOME/.tool/state" &&
    truncate -s 9M "$HOME/.cache/pip/wheel" && echo set > "$HOME/.cache/light/state" &&
    ln -s .tool/state "$HOME/inner" && ln -s ../tree/test.mjs "$HOME/outer"`;

  test.each(['own', 'emptied', 'generated'] as const)(
    'of a run (%s) is not the HOME of the next',
    async (kind) => {
      await using opened = await prepare({ files, emptied: ['src/made.js'], spec: { setup } });
      const open = (): ReturnType<typeof opened.answer> => {
        if (kind === 'generated') return opened.answer('x');
        return opened.prepared.open({ kind: kind === 'own' ? 'committed' : kind });
      };
      for (const _ of ['first', 'second']) {
        await using workspace = await open();
        const seen = await runIn(workspace, 'cd; ls -A; cat .tool/state .cache/light/state inner; ls .cache');
        expect(seen.split('\n')).toEqual([
          '.cache',
          '.tool',
          'inner',
          'outer',
          'set',
          'set',
          'set',
          'light',
          'pip',
        ]);
        await runIn(
          workspace,
          'cd; for f in new .tool/state .cache/light/state .cache/new; do echo x > $f; done',
        );
      }
    },
  );

  test('reaches by links what is too heavy to be copied, and what stands outside of it', async () => {
    await using opened = await prepare({ files, spec: { setup } });
    await using workspace = await opened.prepared.open({ kind: 'committed' });
    expect(await runIn(workspace, 'cd; readlink .cache/pip outer; wc -c < .cache/pip/wheel')).toMatch(
      /commit-1\/home\/\.cache\/pip\n.*commit-1\/tree\/test\.mjs\n9437184$/,
    );
  });

  test('without setup is empty for every run', async () => {
    await using opened = await prepare({ files });
    for (const _ of ['first', 'second']) {
      await using workspace = await opened.prepared.open({ kind: 'committed' });
      expect(await runIn(workspace, 'cd; ls -A; touch left')).toBe('');
    }
  });
});

describe('a committed file whose name is not UTF-8', () => {
  const files = { 'src/made.js': 'old', 'data/plain.txt': 'x' };

  test.each([
    { where: 'beside other files', name: String.raw`data/caf\351.txt` },
    { where: 'alone in a folder', name: String.raw`odd/caf\351.txt` },
    { where: 'below such a folder', name: String.raw`fold\351/a.txt` },
  ])('stands in the workspace and is no dependency: $where', async ({ name }) => {
    const commit = async (directory: string): Promise<void> => {
      const path = `"$(printf '${name}')"`;
      const command = `mkdir -p "$(dirname ${path})" && echo x > ${path}`;
      await promisify(execFile)('sh', ['-c', command], { cwd: directory });
    };
    for (const setup of [
      'mkdir -p node_modules && echo 1 > node_modules/a',
      'mkdir made && echo 1 > made/a',
    ]) {
      await using opened = await prepare({ files, change: commit, spec: { setup } });
      await using workspace = await opened.prepared.open({ kind: 'committed' });
      expect(
        await runIn(workspace, 'cat node_modules/a made/a 2> /dev/null; find . -name "*.txt" | wc -l'),
      ).toBe('1\n2');
    }
  });
});

describe('setup', () => {
  const files = { 'src/made.js': 'old', README: 'x' };

  test("that fails is the user's mistake, told with its last lines", async () => {
    const setup = 'for i in $(seq 100); do echo "line $i" >&2; done; exit 3';
    await expect(prepare({ files, spec: { setup } })).rejects.toThrow(
      /SETUP_FAILED: `for.*` ended with code 3 in [0-9a-f]{12}, directory `\.`: line 86 .*line 100 Change `setup`/,
    );
  });

  test('that does not end is stopped', async () => {
    const situation = { files, spec: { setup: 'sleep 60' }, tools: { setupTimeoutMs: 200 } };
    await expect(prepare(situation)).rejects.toThrow(/SETUP_FAILED.*did not end in time/);
  });

  test('that is stopped from outside says so', async () => {
    const situation = { files, spec: { setup: 'sleep 60' }, tools: { signal: AbortSignal.timeout(300) } };
    await expect(prepare(situation)).rejects.toThrow(CancelledError);
  });

  test('in a directory behind a committed link is refused', async () => {
    const situation = { files, links: { away: '/tmp' }, spec: { setup: 'true', directory: 'away' } };
    await expect(prepare(situation)).rejects.toThrow(/CONFIG_INVALID.*directory/);
  });

  test('sees a clean environment, the variables named for it alone, and a HOME that test runs get too', async () => {
    process.env['SECRET_CANARY'] = 'leaked';
    const setup = 'env > "$HOME/seen"';
    const setupVariable = (name: string): string | null => (name === 'REGISTRY_TOKEN' ? 'token' : null);
    await using opened = await prepare({
      files,
      spec: { setup, setupEnv: ['REGISTRY_TOKEN', 'UNSET'] },
      tools: { setupVariable },
    }).finally(() => delete process.env['SECRET_CANARY']);
    await using workspace = await opened.prepared.open({ kind: 'committed' });
    const seen = await runIn(workspace, 'cat "$HOME/seen"; env | sed s/^/now:/');
    expect(seen).toContain('REGISTRY_TOKEN=token');
    expect(seen).not.toMatch(/leaked|UNSET|now:REGISTRY/);
  });
});
