import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planted-cases-'));
  await mkdir(join(folder, 'projects'));
  await writeFile(join(folder, 'projects/empty.yml'), project);
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

const project = `about: A repository without anything in it.
files: { SPEC.md: "# Nothing\\n" }
codes: { right: { src/a.mjs: "" } }
head: { SPEC.md: "# Something\\n" }
spec: { writes: [src/**], test: node --test, no-such-key: 1 }
`;

/** The config file is refused, so no model is asked: exit code 2 and no call. */
function aCase(exit: number, further = ''): string {
  return `about: A key that the config file does not know.
project: empty
models: { reader: { answers: [{ code: right }] } }
expect: { exit: ${exit}, calls: 0, log: [CONFIG_INVALID] }
${further}`;
}

async function runCases(cases: Readonly<Record<string, string>>, words: readonly string[] = []) {
  await rm(join(folder, 'planted'), { recursive: true, force: true });
  await mkdir(join(folder, 'planted'));
  for (const [name, text] of Object.entries(cases))
    await writeFile(join(folder, 'planted', `${name}.yml`), text);
  const argv = ['run', '--silent', 'test:wild', '--', '--cases', folder, ...words];
  const { NODE_OPTIONS: _ours, ...env } = process.env;
  return promisify(execFile)('npm', argv, { env }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout, stderr }) => ({ code, said: `${stdout}${stderr}` }),
  );
}

test('cases that come out as they should end with 0', async () => {
  const { code, said } = await runCases({ right: aCase(2) });

  expect(said).toMatch(/^right +planted\/right +exit 2 +0 /m);
  expect(code).toBe(0);
});

test('a wrong expectation ends with 1 and says what is not so', async () => {
  const { code, said } = await runCases({ right: aCase(2), wrong: aCase(0) });

  expect(said).toContain('exit code is 2, should be 0');
  expect(said).toMatch(/together +2 cases +1 right +1 wrong/);
  expect(code).toBe(1);
});

test.each([
  { what: 'a key that no case has', text: aCase(2, 'expectations: {}\n'), said: /expectations/ },
  { what: 'an unknown project', text: aCase(2).replace('empty', 'full'), said: /no project `full`/ },
  { what: 'a name that no case has', text: aCase(2), words: ['no-such'], said: /together +0 cases/ },
])('$what ends with 1', async ({ text, words = [], said }) => {
  const run = await runCases({ case: text }, words);

  expect(run.said).toMatch(said);
  expect(run.code).toBe(1);
});
