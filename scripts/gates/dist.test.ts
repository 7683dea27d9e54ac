import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildInto } from '../build.ts';
import { differences } from '../check-dist.ts';

// What e2e/bundle-once.ts made of the same sources where it did; otherwise it is made here.
const madeBefore = process.env['SPEC_PORTABILITY_TEST_BUNDLE'];

let folder = '';
let built = '';
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'dist-check-')));
  built = join(folder, 'built');
  if (madeBefore === undefined) await buildInto(built);
  else await cp(madeBefore, built, { recursive: true });
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

test('a changed byte, a missing chunk and a leftover file fail the dist check by name, and no other file does', async () => {
  const planted = join(folder, 'planted');
  await cp(built, planted, { recursive: true });
  const [chunk = ''] = await readdir(join(planted, 'chunks'));
  await appendFile(join(planted, 'index.js'), ' ');
  await rm(join(planted, 'chunks', chunk));
  await writeFile(join(planted, 'chunks', 'leftover.js'), '');

  const { code, stderr } = await check(planted);

  expect(code).toBe(1);
  expect(stderr.trimEnd().split('\n').slice(1)).toEqual(
    [`chunks/${chunk}`, 'chunks/leftover.js', 'index.js'].map((name) => `  ${name}`),
  );
});

// That a bundle which the sources make passes is seen by `npm run check:dist` itself.
test('between two equal folders the dist check finds no difference', async () => {
  const copy = join(folder, 'copy');
  await cp(built, copy, { recursive: true });

  expect(await differences(built, copy)).toEqual([]);
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

async function check(dist: string): Promise<{ readonly code: unknown; readonly stderr: string }> {
  const argv = ['scripts/check-dist.ts', '--dist', dist];
  return promisify(execFile)(process.execPath, argv).then(
    ({ stderr }) => ({ code: 0, stderr }),
    (error: { readonly code: unknown; readonly stderr: string }) => error,
  );
}
