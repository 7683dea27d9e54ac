import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WorkspaceLostError } from '../../errors.ts';
import type { Workspace } from '../../ports/workspace.ts';
import { linkedBy, throughSetup } from '../../testing/through-setup.ts';
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

describe('tests that reach the code through what setup made test the generated code', () => {
  test.each(Object.keys(throughSetup))('%s', async (name) => {
    const situation = throughSetup[name] ?? { files: {} };
    const command = situation.spec?.test ?? 'node test.mjs';
    await using opened = await prepare(situation);
    expect(opened.prepared.notes).toEqual([expect.stringMatching(/take turns at one path/)]);
    // All are requested at the same time, so that the turns must put them in order.
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
  // Too large to be copied for each workspace, so it is moved to one after the other.
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
  ])('is repaired by running setup again if it $what', async ({ command }) => {
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
