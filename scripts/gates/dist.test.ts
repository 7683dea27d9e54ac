import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

// Inside the checkout, because the bundle names its inputs relative to it.
let folder = '';
let built = '';
beforeAll(async () => {
  folder = await mkdtemp('.dist-check-');
  built = join(folder, 'built');
  await promisify(execFile)(process.execPath, ['scripts/build.ts', '--into', built]);
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

test('a bundle that the sources make passes', async () => {
  expect(await check(built)).toBe('');
});

test('a changed byte, a missing chunk and a leftover file fail the dist check by name', async () => {
  const planted = join(folder, 'planted');
  await cp(built, planted, { recursive: true });
  const [chunk = ''] = await readdir(join(planted, 'chunks'));
  await appendFile(join(planted, 'index.js'), ' ');
  await rm(join(planted, 'chunks', chunk));
  await writeFile(join(planted, 'chunks', 'leftover.js'), '');

  expect((await check(planted)).split('\n').slice(1)).toEqual(
    [`chunks/${chunk}`, 'chunks/leftover.js', 'index.js'].map((name) => `  ${name}`),
  );
});

test.each([
  ['the action', /^run-action-/],
  ['a check of the command line', /^(?:command-line|check-command)-/],
])('%s reads few files at its start', async (_, entries) => {
  const chunks = join(built, 'chunks');
  const read = new Set((await readdir(chunks)).filter((name) => entries.test(name) && name.endsWith('.js')));
  expect(read.size).toBeGreaterThan(0);
  // A set that grows is walked to its end.
  for (const name of read)
    for (const [, path = ''] of (await readFile(join(chunks, name), 'utf8')).matchAll(staticImport))
      read.add(basename(path));

  expect(read.size).toBeLessThan(20);
});

// As esbuild writes them: `import "./x.js";` and the last line of `import {`, names, `} from "./x.js";`.
const staticImport = /^(?:import|\} from|import .* from) "(\.[^"]+)";$/gm;

async function check(dist: string): Promise<string> {
  try {
    const { stderr } = await promisify(execFile)(process.execPath, ['scripts/check-dist.ts', '--dist', dist]);
    return stderr;
  } catch (error) {
    return (error as { readonly stderr: string }).stderr.trimEnd();
  }
}
