import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WorkspaceLostError } from '../../errors.ts';
import type { Workspace } from '../../ports/workspace.ts';
import {
  prepareSituation,
  runIn,
  type PreparedSituation,
  type Situation,
} from '../../testing/prepared-workspace.ts';

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

const testOfAnswer = `import { answer } from 'made'; if (answer !== 42) throw new Error('wrong answer ' + answer); console.log('right');`;

/** Repositories whose tests reach the generated file only through something that setup made. */
const throughSetup: Readonly<Record<string, Omit<Situation, 'temporaryRoot'>>> = {
  'npm workspaces, a package imported by another': {
    files: {
      'package.json': '{"name":"root","private":true,"workspaces":["packages/*"]}',
      'packages/made/package.json':
        '{"name":"made","version":"1.0.0","type":"module","exports":"./src/made.js"}',
      'packages/made/src/made.js': 'export const answer = 42;',
      'packages/user/package.json': '{"name":"user","version":"1.0.0","dependencies":{"made":"1.0.0"}}',
      'packages/user/test.mjs': testOfAnswer,
    },
    spec: {
      setup: 'npm install --offline --no-audit --no-fund --no-update-notifier',
      writes: ['packages/made/src/**'],
      test: 'node packages/user/test.mjs',
    },
    emptied: ['packages/made/src/made.js'],
  },
  'a `file:` dependency': {
    files: {
      'package.json': '{"name":"root","private":true,"dependencies":{"made":"file:./lib"}}',
      'lib/package.json': '{"name":"made","version":"1.0.0","type":"module","exports":"./made.js"}',
      'lib/made.js': 'export const answer = 42;',
      'test.mjs': testOfAnswer,
    },
    spec: { setup: 'npm install --offline --no-audit --no-fund --no-update-notifier', writes: ['lib/*.js'] },
    emptied: ['lib/made.js'],
  },
  'a relative link': linkedBy('ln -s ../src node_modules/made'),
  'an absolute link': linkedBy('ln -s "$PWD/src" node_modules/made'),
  'a link beside the installed folder': linkedBy(
    'ln -s ../src node_modules/.made && ln -s .made node_modules/made',
  ),
  'a link to the folder around everything': {
    ...linkedBy('ln -s .. node_modules/root'),
    files: {
      'src/made.js': 'export const answer = 42;',
      'package.json': '{"type":"module"}',
      'test.mjs': testOfAnswer.replace("'made'", "'./node_modules/root/src/made.js'"),
    },
  },
  'a file that names the absolute path': {
    files: {
      'src/made.js': 'export const answer = 42;',
      'package.json': '{"type":"module"}',
      'test.mjs': testOfAnswer.replace(
        "import { answer } from 'made';",
        "import { readFileSync } from 'node:fs'; const { answer } = await import(readFileSync('node_modules/made.pth', 'utf8'));",
      ),
    },
    spec: { setup: 'mkdir node_modules && printf %s "$PWD/src/made.js" > node_modules/made.pth' },
    emptied: ['src/made.js'],
  },
  'a pointer in HOME': {
    files: {
      'src/made.js': 'export const answer = 42;',
      'package.json': '{"type":"module"}',
      'test.mjs': testOfAnswer.replace(
        "import { answer } from 'made';",
        "import { readFileSync } from 'node:fs'; const { answer } = await import(readFileSync(process.env.HOME + '/x.pth', 'utf8'));",
      ),
    },
    spec: { setup: 'mkdir node_modules && printf %s "$PWD/src/made.js" > "$HOME/x.pth"' },
    emptied: ['src/made.js'],
  },
  'a made folder that says `../src`': {
    files: {
      'src/made.js': 'export const answer = 42;',
      'package.json': '{"type":"module"}',
      'test.mjs': testOfAnswer.replace("'made'", "'./client/index.js'"),
    },
    spec: { setup: String.raw`mkdir client && echo "export * from '../src/made.js'" > client/index.js` },
    emptied: ['src/made.js'],
  },
};

function linkedBy(command: string): Omit<Situation, 'temporaryRoot'> {
  return {
    files: {
      'src/package.json': '{"name":"made","type":"module","exports":"./made.js"}',
      'src/made.js': 'export const answer = 42;',
      'test.mjs': testOfAnswer,
    },
    spec: { setup: `mkdir node_modules && ${command}`, writes: ['src/*.js'] },
    emptied: ['src/made.js'],
  };
}

describe('tests that reach the code through what setup made test the generated code', () => {
  test.each(Object.keys(throughSetup))('%s', async (name) => {
    const situation = throughSetup[name] ?? { files: {} };
    const command = situation.spec?.test ?? 'node test.mjs';
    await using opened = await prepare(situation);
    expect(opened.prepared.notes).toEqual([expect.stringMatching(/take turns at one path/)]);
    // Asked for all at once: the turns must sort them out.
    const ask = async (workspace: Promise<Workspace>): Promise<string> => {
      await using held = await workspace;
      const said = await runIn(held, command);
      return said;
    };
    const [wrong, committed, emptied, right] = await Promise.all([
      ask(opened.answer('export const answer = 41;')),
      ask(opened.prepared.open({ kind: 'committed' })),
      ask(opened.prepared.open({ kind: 'emptied' })),
      ask(opened.answer('export const answer = 6 * 7;')),
    ]);
    expect(wrong).toMatch(/^failed[^]*wrong answer 41/);
    expect(emptied).toMatch(/^failed/);
    expect(committed).toBe('right');
    expect(right).toBe('right');
  });
});

describe('what a test run does to the dependencies in its turn', () => {
  // Too heavy to be copied for each workspace, so it is lent.
  const heavy = linkedBy('ln -s ../src node_modules/made && truncate -s 9M node_modules/heavy');

  test('stays its own where they are light', async () => {
    await using opened = await prepare(linkedBy('ln -s ../src node_modules/made'));
    for (const command of ['rm -rf node_modules', 'echo changed > node_modules/left; ls node_modules']) {
      await using workspace = await opened.prepared.open({ kind: 'committed' });
      expect(await runIn(workspace, 'ls node_modules')).toBe('made');
      await runIn(workspace, command);
    }
  });

  test.each([
    { what: 'removes a lent one', command: 'rm -rf node_modules' },
    { what: 'puts a file in its place', command: 'rm -rf node_modules; echo x > node_modules' },
    { what: 'removes the whole tree', command: 'rm -rf "$PWD"' },
  ])('is mended by setup where it $what', async ({ command }) => {
    await using opened = await prepare(heavy);
    {
      await using workspace = await opened.prepared.open({ kind: 'committed' });
      await runIn(workspace, command);
    }
    const [right, wrong] = await Promise.all(
      ['42', '41'].map(async (answer) => {
        await using workspace = await opened.answer(`export const answer = ${answer};`);
        return await runIn(workspace, 'node test.mjs');
      }),
    );
    expect(right).toBe('right');
    expect(wrong).toContain('wrong answer 41');
  });

  test('is a lost workspace where setup does not make it again, and turns go on', async () => {
    const setup = `${heavy.spec?.setup ?? ''}; test ! -e "$HOME/ran" && touch "$HOME/ran"`;
    await using opened = await prepare({ ...heavy, spec: { ...heavy.spec, setup } });
    {
      await using workspace = await opened.prepared.open({ kind: 'committed' });
      await runIn(workspace, 'rm -rf node_modules');
    }
    for (const kind of ['committed', 'emptied'] as const) {
      const opening = opened.prepared.open({ kind });
      await expect(opening).rejects.toThrow(WorkspaceLostError);
      await expect(opening).rejects.toThrow('node_modules is gone');
    }
  });
});

test('disposing everything removes the folder, also in the middle of a turn', async () => {
  const opened = await prepare(linkedBy('ln -s ../src node_modules/made'));
  await opened.prepared.open({ kind: 'committed' });
  await opened[Symbol.asyncDispose]();
  expect((await readdir(temporaryRoot)).filter((name) => name.startsWith('spec-'))).toEqual([]);
});
