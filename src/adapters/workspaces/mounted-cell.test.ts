import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChangedFile } from '../../core/controls/change.ts';
import { filePattern } from '../../core/specs/file-pattern.ts';
import { cleanEnvironment, hostPath } from '../process/environment.ts';
import { openTestSandbox, type TestSandbox } from '../../testing/open-test-sandbox.ts';
import {
  prepareSituation,
  type PreparedSituation,
  type Situation,
} from '../../testing/prepared-workspace.ts';
import { throughSetup } from '../../testing/through-setup.ts';
import type { Workspace } from '../../ports/workspace.ts';

let opened: TestSandbox;
beforeAll(async () => {
  opened = await openTestSandbox();
});
afterAll(async () => {
  await opened[Symbol.asyncDispose]();
});

function prepare(situation: Omit<Situation, 'temporaryRoot'>): Promise<PreparedSituation> {
  const { sandbox, temporaryRoot } = opened;
  return prepareSituation({
    ...situation,
    temporaryRoot,
    tools: { sandbox, setupVariable: (name) => (name === 'NPM_TOKEN' ? 'for setup' : null) },
  });
}

describe('what setup left', () => {
  const files = { 'src/made.js': 'old', 'package.json': '{}' };

  test('may keep `node_modules/.cache` as a link, beside `writable-deps`', async () => {
    await using opened = await prepare({
      files,
      emptied: ['src/made.js'],
      spec: {
        setup: 'mkdir -p node_modules/dep elsewhere && ln -s ../elsewhere node_modules/.cache',
        writableDeps: ['node_modules/dep'],
      },
    });
    await using workspace = await opened.answer('new');
    expect(await tested(workspace, 'touch node_modules/dep/x && readlink node_modules/.cache')).toBe(
      '../elsewhere',
    );
  });

  test.each([
    ['a link', 'mkdir -p node_modules elsewhere && ln -s ../elsewhere node_modules/dep'],
    ['a file', 'mkdir -p node_modules && touch node_modules/dep'],
  ])('cannot be written into where `writable-deps` names %s, and one line says so', async (_, setup) => {
    await expect(prepare({ files, spec: { setup, writableDeps: ['node_modules/dep'] } })).rejects.toThrow(
      /CONFIG_INVALID: `writable-deps` of spec made names node_modules\/dep: a parent is a link or a file/,
    );
  });

  test.each(['node_modules', 'src', 'src/made.d'])(
    'may lie deeper in %s than any path leads, and is removed with the tree',
    async (folder) => {
      const before = await readdir(opened.temporaryRoot);
      {
        await using situation = await prepare({
          files,
          spec: { setup: tooDeep(folder) },
          emptied: ['src/made.js'],
        });
        await using workspace = await situation.answer('new');
        expect(await tested(workspace, 'cat src/made.js')).toBe('new');
      }
      expect(await readdir(opened.temporaryRoot)).toEqual(before);
    },
  );
});

/** A setup that makes a folder 1,500 levels deep, of which some may not be written into. */
function tooDeep(folder: string): string {
  const script = `
    const fs = require('node:fs');
    fs.mkdirSync('${folder}', { recursive: true });
    process.chdir('${folder}');
    for (let depth = 0; depth < 1500; depth += 1) { fs.mkdirSync('dd'); process.chdir('dd'); }
    fs.writeFileSync('deepest', '');
    process.chdir('..'); fs.chmodSync('dd', 0o500);`;
  return `node -e "${script.replaceAll('\n', ' ')}"`;
}

const results = { files: [filePattern('out/*.xml')], mostBytes: 1000 };

/** Runs a command as a test; returns its stdout, or `failed` and everything it printed. */
async function tested(workspace: Workspace, command: string): Promise<string> {
  const { end, stdout, stderr } = await opened.sandbox.run({
    purpose: 'test',
    view: await workspace.view(results),
    command,
    directory: workspace.directory,
    environment: cleanEnvironment({ ...workspace, path: hostPath() }),
    timeoutMs: 120_000,
    signal: new AbortController().signal,
  });
  const isGreen = end.kind === 'exited' && end.code === 0;
  return isGreen ? stdout.text.trim() : `failed ${stdout.text}${stderr.text}`;
}

describe('tests that reach the code through what setup made test the generated code, side by side', () => {
  test.each(Object.keys(throughSetup))('%s', async (name) => {
    const situation = throughSetup[name] ?? { files: {} };
    const command = situation.spec?.test ?? 'node test.mjs';
    await using prepared = await prepare(situation);
    expect(prepared.prepared.notes).toEqual([]);
    const ask = async (workspace: Promise<Workspace>): Promise<string> => {
      await using held = await workspace;
      return await tested(held, command);
    };
    const [wrong, committed, emptied, right] = await Promise.all([
      ask(prepared.answer('export const answer = 41;')),
      ask(prepared.prepared.open({ kind: 'committed' })),
      ask(prepared.prepared.open({ kind: 'emptied' })),
      ask(prepared.answer('export const answer = 6 * 7;')),
    ]);
    expect(wrong).toMatch(/^failed[^]*wrong answer 41/);
    expect(emptied).toMatch(/^failed/);
    expect(committed).toBe('right');
    expect(right).toBe('right');
  });
});

const project: Omit<Situation, 'temporaryRoot'> = {
  files: {
    'SPEC.md': 'spec',
    'src/made.js': 'old',
    'src/made.test.js': 'test',
    'tests/a.txt': 'a',
    'config.json': '{}',
  },
  emptied: ['src/made.js'],
};

describe('a cell with changed tests', () => {
  const protectedFiles = 'SPEC.md src/made.test.js tests/a.txt';

  test('has them, and cannot be told from one without', async () => {
    await using prepared = await prepare({
      ...project,
      spec: { setup: 'mkdir -p tests/__pycache__ && echo old > tests/__pycache__/a.pyc' },
    });
    const seen = async (changed: readonly ChangedFile[]): Promise<readonly string[]> => {
      await using workspace = await prepared.prepared.open({ kind: 'committed' }, changed);
      return [
        await tested(workspace, 'cat tests/a.txt'),
        await tested(workspace, `stat -c '%n %a %s' ${protectedFiles}; find . -type f | sort; env | sort`),
        // One time for all of them, and later than everything that setup made.
        await tested(workspace, `stat -c %y ${protectedFiles} | sort -u | wc -l`),
        // A hard link would be the file of another workspace.
        await tested(workspace, `stat -c %h ${protectedFiles} | sort -u`),
        await tested(
          workspace,
          "sed 's/ - .*//; s/^[0-9 :]*//; s/cell-[0-9a-f-]*/cell/g' /proc/self/mountinfo",
        ),
      ].map((text) => text.replaceAll(/cell-[0-9a-f-]{36}/g, 'cell').replaceAll(/bindfile\w+/g, 'bindfile'));
    };
    const [text, ...plain] = await seen([]);
    const [other, ...changed] = await seen([{ path: 'tests/a.txt', text: 'b' }]);
    expect([text, other]).toEqual(['a', 'b']);
    expect(changed).toEqual(plain);
    expect(plain[0]).not.toContain('__pycache__');
    expect(plain.slice(1, 3)).toEqual(['1', '1']);
  });

  test('is refused for a file that a model may write', async () => {
    await using prepared = await prepare(project);
    const opening = prepared.prepared.open({ kind: 'committed' }, [{ path: 'src/made.js', text: 'x' }]);
    await expect(opening).rejects.toThrow('no protected file');
  });
});

describe('a cell', () => {
  test('can change everything but spec, tests and dependencies', async () => {
    await using prepared = await prepare({
      ...project,
      spec: { setup: 'mkdir node_modules && echo 1 > node_modules/dep && echo cached > "$HOME/cached"' },
    });
    await using workspace = await prepared.answer('new');
    const attempts = [
      'SPEC.md',
      'src/made.js',
      'src/made.test.js',
      'tests/a.txt',
      'tests/b.txt',
      'config.json',
      'node_modules/dep',
      'new.txt',
    ];
    const command = `for f in ${attempts.join(' ')} "$HOME/cached" "$HOME/new"; do (echo x > $f) 2>/dev/null && echo "\${f##*/}"; done; true`;
    expect((await tested(workspace, command)).split('\n')).toEqual([
      'made.js',
      'config.json',
      'new.txt',
      'new',
    ]);
    expect(await workspace.read(`${workspace.root}/src/made.test.js`)).toBe('test');
    expect(await workspace.read(`${workspace.root}/config.json`)).toBe('{}');
  });

  test('gives out the file of results as this command left it', async () => {
    await using prepared = await prepare({
      ...project,
      files: { ...project.files, 'out/result.xml': 'committed' },
    });
    await using workspace = await prepared.answer('new');
    await tested(workspace, 'rm out/result.xml');
    expect(await workspace.readResults(results)).toEqual([]);
    await tested(workspace, 'echo fresh > out/result.xml');
    expect(await workspace.readResults(results)).toEqual([
      { path: 'out/result.xml', bytes: 6, text: 'fresh\n' },
    ]);
  });

  test('may write into the dependencies that `writable-deps` names', async () => {
    await using prepared = await prepare({
      ...project,
      spec: {
        setup: 'mkdir -p node_modules/.cache && echo 1 > node_modules/.cache/old',
        writableDeps: ['node_modules/.cache', 'node_modules/.vite'],
      },
    });
    await using workspace = await prepared.answer('new');
    const command =
      'cd node_modules && cat .cache/old && echo 2 > .cache/old && echo 3 > .vite/new && echo 4 > no';
    expect(await tested(workspace, command)).toMatch(/^failed 1\n.*no: Read-only/);
  });
});

describe('the caches that runners keep beside dependencies', () => {
  const installed = 'mkdir -p node_modules/.vite packages/a/node_modules && echo 1 > node_modules/.vite/old';

  test('may be written, and each run begins with what setup left there', async () => {
    const files = { ...project.files, 'packages/a/package.json': '{}' };
    await using prepared = await prepare({ ...project, files, spec: { setup: installed } });
    await using workspace = await prepared.answer('new');
    const command = [
      'cat node_modules/.vite/old',
      'echo 2 > node_modules/.vite/old',
      'echo 3 > node_modules/.vite-temp/config.mjs',
      'echo 4 > packages/a/node_modules/.cache/new',
    ].join(' && ');

    expect(await tested(workspace, command)).toBe('1');
    expect(await tested(workspace, command)).toBe('1');
    expect(await tested(workspace, 'echo 5 > node_modules/dep')).toMatch(/^failed .*Read-only/);
  });

  test('stay as they are where they are too large to be copied for each run', async () => {
    const setup = `${installed} && head -c 9000000 /dev/zero > node_modules/.vite/large`;
    await using prepared = await prepare({ ...project, spec: { setup } });
    await using workspace = await prepared.answer('new');

    expect(await tested(workspace, 'echo 2 > node_modules/.vite/old')).toMatch(/^failed .*Read-only/);
    expect(await tested(workspace, 'echo 3 > node_modules/.vite-temp/new && echo well')).toBe('well');
  });
});

describe('setup', () => {
  test('has the variables it is given and no other, and writes only into the tree and HOME', async () => {
    const setup = `env > in-tree; echo x > ${opened.temporaryRoot}/planted; ls ${process.env['HOME'] ?? '/root'} >> in-tree || true`;
    await using prepared = await prepare({ ...project, spec: { setup, setupEnv: ['NPM_TOKEN'] } });
    await using workspace = await prepared.answer('new');
    const seen = await tested(workspace, 'cat in-tree');
    expect(seen).toContain('NPM_TOKEN=for setup');
    expect(seen).not.toContain('.cargo\n');
    expect(await readdir(opened.temporaryRoot)).not.toContain('planted');
    expect(await tested(workspace, 'env')).not.toContain('NPM_TOKEN');
  });

  test('reaches the services of the machine, tests do not', async () => {
    const { createServer } = await import('node:http');
    const server = createServer((_, response) => response.end('served')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const fetch = `node -e "fetch('http://127.0.0.1:${port}').then(r=>r.text()).then(console.log)"`;
    try {
      await using prepared = await prepare({ ...project, spec: { setup: `${fetch} > served.txt` } });
      await using workspace = await prepared.answer('new');
      expect(await tested(workspace, 'cat served.txt')).toBe('served');
      expect(await tested(workspace, fetch)).toMatch(/^failed[^]*ECONNREFUSED/);
    } finally {
      server.close();
    }
  });
});
