import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { mostListBytes } from '../../ports/sandbox.ts';
import { aView } from '../../testing/builders/a-view.ts';
import { openTestSandbox, type TestSandbox } from '../../testing/open-test-sandbox.ts';
import { cleanEnvironment, hostPath } from '../process/environment.ts';

let opened: TestSandbox;
beforeAll(async () => {
  opened = await openTestSandbox();
});
afterAll(async () => {
  await opened[Symbol.asyncDispose]();
});

let made = 0;

async function listAfter(command: string): Promise<readonly string[]> {
  return (await leftAfter(command)).list;
}

async function leftAfter(
  command: string,
): Promise<{ readonly list: readonly string[]; readonly bytes: number; readonly brought: string }> {
  const place = join(opened.temporaryRoot, `listed-${(made += 1)}`);
  const [files, list, brought] = [join(place, 'files'), join(place, 'list'), join(place, 'brought')];
  await mkdir(files, { recursive: true });
  await writeFile(join(files, 'laid.txt'), 'laid');
  const view = aView('/work', {
    ...{ files, home: '/home/agent', temporary: '/tmp/agent' },
    bring: { directory: '/work', files: [], to: brought, list },
  });
  await opened.sandbox.run({
    purpose: 'test',
    command,
    directory: '/work',
    environment: cleanEnvironment({ home: view.home, path: hostPath(), temporary: view.temporary }),
    view,
    timeoutMs: 60_000,
    signal: new AbortController().signal,
  });
  const bytes = await readFile(list);
  return { list: bytes.toString().split('\0').slice(0, -1).toSorted(), bytes: bytes.length, brought };
}

test('everything that a command left in its folder is listed, also what is no file', async () => {
  const list = await listAfter(`
    ln -s /etc/passwd link; mkfifo pipe; ln laid.txt hard; mkdir folder; echo x > folder/own; chmod 4755 folder/own
    python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("socket")'
    echo x > 'two
lines'`);

  expect(list).toEqual([
    expect.stringMatching(/^d 755 2 \d+ folder$/),
    'f 4755 1 2 folder/own',
    'f 644 1 2 two\nlines',
    'f 644 2 4 hard',
    'f 644 2 4 laid.txt',
    'l 777 1 11 link',
    'p 644 1 0 pipe',
    expect.stringMatching(/^s \d+ 1 0 socket$/),
  ]);
});

test('of the files, those that the command wrote are copied out', async () => {
  const { brought } = await leftAfter(
    'mkdir -p src/.hidden; echo new > src/.hidden/own.txt; cat laid.txt; ln -s own src/x',
  );

  expect(await readdir(brought, { recursive: true })).toEqual(['src', 'src/.hidden', 'src/.hidden/own.txt']);
  expect(await readFile(join(brought, 'src/.hidden/own.txt'), 'utf8')).toBe('new\n');
});

test('a laid file that the command changed is copied out too', async () => {
  const { brought } = await leftAfter('echo more >> laid.txt');

  expect(await readFile(join(brought, 'laid.txt'), 'utf8')).toBe('laidmore\n');
});

test('a command cannot keep out of the list what it left', async () => {
  const [entry] = await listAfter(`
    rm laid.txt; echo x > hidden; touch -d @0 hidden; exec 3>&- ; echo 'list ' >&3`);

  expect(entry).toBe('f 644 1 2 hidden');
});

test('a list that is too long is cut where that can be seen', async () => {
  const { bytes } = await leftAfter(`python3 -c '
for i in range(6000): open("x" * 200 + str(i), "w")'`);

  expect(bytes).toBe(mostListBytes + 1);
});
