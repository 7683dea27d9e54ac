import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryRepository } from '../temporary-repository.ts';
import { byNode, byShell, halves, halvesFiles } from './halves.ts';

type Said = { readonly code: number; readonly failed: readonly string[] };

/** What both runners say of the tests of the `halves` project with this code. */
async function saidOf(code: string | null, tests: string): Promise<Record<'node' | 'shell', Said>> {
  await using repository = await temporaryRepository();
  const { directory } = repository;
  await repository.write({ ...halvesFiles, 'src/half.mjs': code ?? '', 'test/half.test.mjs': tests });
  if (code === null) await rm(join(directory, 'src/half.mjs'));
  const run = async (command: string): Promise<{ code: number; stdout: string }> =>
    new Promise((resolve) => {
      const env = { PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, NODE_OPTIONS: '--test-reporter=tap' };
      execFile('/bin/sh', ['-c', command], { cwd: directory, env }, (error, stdout) =>
        resolve({ code: error === null ? 0 : Number(error.code), stdout }),
      );
    });
  const node = await run(byNode.test);
  const shell = await run(byShell.test);
  const report = await readFile(join(directory, byShell.results), 'utf8');
  const named = (text: string, failed: RegExp): readonly string[] =>
    [...text.matchAll(failed)].map(([, name = '']) => name);
  return {
    node: { code: node.code, failed: named(node.stdout, /^not ok \d+ - (.*)$/gm) },
    shell: { code: shell.code, failed: named(report, /<testcase name="([^"]*)"><failure/g) },
  };
}

const changed = halves.test.replace('half(5), 3', 'half(5), 2');
const stricter = `${halves.test}test('halves minus one', () => assert.equal(half(-1), -1));\n`;

test.each([
  { what: 'right code', code: halves.right, tests: halves.test, status: 0 },
  { what: 'wrong code', code: halves.wrong, tests: halves.test, status: 1 },
  { what: 'right code after a remark', code: `// 3\n${halves.right}`, tests: halves.test, status: 0 },
  { what: 'right code and a new test', code: halves.right, tests: stricter, status: 1 },
  { what: 'wrong code and a changed test', code: halves.wrong, tests: changed, status: 0 },
])('the shell says of the tests what Node says: $what', async ({ code, tests, status }) => {
  const { node, shell } = await saidOf(code, tests);

  expect(shell).toEqual(node);
  expect(shell.code).toBe(status);
});

test.each([
  ['code of another kind', 'export const half = () => { throw new Error(); };\n'],
  ['no code', null],
])('with %s every test fails', async (_, code) => {
  const { node, shell } = await saidOf(code, halves.test);

  expect([node.code, shell.code]).toEqual([1, 1]);
  expect(shell.failed).toEqual(['halves even numbers', 'rounds half up', 'halves nothing']);
});
