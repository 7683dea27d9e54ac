import { access, appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { byShell, halvesConfig } from '../src/testing/builders/halves.ts';
import { replaceRecord, storedRecords } from '../src/testing/builders/stored-records.ts';
import { actionWorld, vendorKeys, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { rangeOf, runCli } from '../src/testing/runs/run-cli.ts';
import type { Ended } from '../src/testing/runs/run-node.ts';

let top: string;
let world: ActionWorld;
/** The folder of the machine that made the check. */
let records: string;
/** What it exported. */
let file: string;
let trace: string;
/** A clone on another machine, which has no key and reaches no model. */
let clone: string;
let folders = 0;

beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'records-travel-'));
  records = join(top, 'records');
  file = join(top, 'check.jsonl');
  trace = join(top, 'trace');
  clone = join(top, 'clone');
  world = await actionWorld(bundle.action, {
    config: (url) =>
      halvesConfig(url, { spec: { ...byShell, test: `echo test >> ${trace} && ${byShell.test}` } }),
  });
  await cli(['check', ...rangeOf(world), '--records', records, '--result', join(top, 'result.json')]);
  await world.models[Symbol.asyncDispose]();
  await world.repository.git('clone', '--quiet', world.repository.directory, clone);
  exported = await cli(['records', 'export', file, ...rangeOf(world), '--records', records]);
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await rm(top, { recursive: true, force: true });
});
let exported: Ended;

const cli = async (argv: readonly string[]): Promise<Ended> => runCli(bundle.cli, { world, argv });

const elsewhere = async (
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> => runCli(bundle.cli, { world, argv, cwd: clone, env });

/** An empty folder for records on the other machine. */
function newFolder(): string {
  folders += 1;
  return join(top, `folder-${folders}`);
}

/** Text of a result.json without its costs. */
async function verdictText(path: string): Promise<string> {
  return JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), spent: null }, null, 1);
}

async function testRuns(): Promise<number> {
  return (await readFile(trace, 'utf8').catch(() => '')).split('\n').length - 1;
}

describe('records that travel', () => {
  test('leave as one file, without a file of the repository, a key or an address', async () => {
    expect(exported).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Wrote \d+ answers and \d+ test runs to /),
    });
    const text = await readFile(file, 'utf8');
    expect(text).not.toContain('Round sensibly');
    for (const key of Object.values(vendorKeys)) expect(text).not.toContain(key);
    expect(text).not.toContain(world.models.url);
  });

  test('give the same verdicts on an empty folder: no call, no key, and the tests run again', async () => {
    const folder = newFolder();
    const imported = await elsewhere(['records', 'import', file, '--records', folder]);
    const before = await testRuns();
    const argv = ['check', ...rangeOf(world), '--records', folder, '--result', `${folder}.json`];

    const { code, stderr } = await elsewhere([...argv, '--sandbox', 'none']);

    expect(imported).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Imported \d+ answers and 0 test runs /),
    });
    expect(code).toBe(1);
    expect(stderr).toContain('These answers were imported');
    expect(await testRuns()).toBeGreaterThan(before);
    expect(await verdictText(`${folder}.json`)).toBe(await verdictText(join(top, 'result.json')));
    expect(JSON.parse(await readFile(`${folder}.json`, 'utf8'))).toMatchObject({
      conclusion: 'failure',
      spent: { generations: 0, usd: 0 },
    });
    // What was measured here is a record of this machine; the answers are not.
    expect(await storedRecords(folder, 'generation')).toEqual([]);
    expect((await storedRecords(folder, 'test-run')).length).toBeGreaterThan(0);
  });

  test('need not even be tested again where their test runs are trusted', async () => {
    const folder = newFolder();
    await elsewhere(['records', 'import', file, '--records', folder, '--trust-runs']);
    const before = await testRuns();

    const argv = ['report', ...rangeOf(world), '--records', folder, '--result', `${folder}.json`];
    const { code } = await elsewhere(argv);

    expect(code).toBe(1);
    expect(await testRuns()).toBe(before);
    expect(await verdictText(`${folder}.json`)).toBe(await verdictText(join(top, 'result.json')));
  });

  test('are used by no other comparison', async () => {
    const folder = newFolder();
    await elsewhere(['records', 'import', file, '--records', folder, '--trust-runs']);
    await world.repository.write({ 'SPEC.md': '# Halves\n\n`src/half.mjs` exports `half(n)`. Round.\n' });
    const other = await world.repository.commit('another head');
    await world.repository.git('-C', clone, 'fetch', '--quiet', 'origin', other);

    const argv = ['report', '--base', world.base, '--head', other, '--records', folder];
    const { stdout } = await elsewhere(argv);

    expect(stdout).toMatch(/samples that were due are not on record/);
    expect(stdout).not.toContain('regressed');
  });

  test('decide nothing in a workflow', async () => {
    const folder = newFolder();
    const there = { GITHUB_ACTIONS: 'true' };
    const refused = await elsewhere(['records', 'import', file, '--records', folder], there);
    await elsewhere(['records', 'import', file, '--records', folder]);
    const argv = ['report', ...rangeOf(world), '--records', folder];
    const used = await elsewhere(argv, there);

    for (const { code, stderr } of [refused, used]) {
      expect(code).toBe(2);
      expect(stderr).toMatch(/^RECORDS_NOT_IMPORTED: this is a workflow [^\n]*\n$/);
    }
  });

  test('are not tested without a sandbox unless somebody types that', async () => {
    const folder = newFolder();
    await elsewhere(['records', 'import', file, '--records', folder]);

    const { code, stderr } = await elsewhere(['check', ...rangeOf(world), '--records', folder]);

    expect(code).toBe(2);
    expect(stderr).toMatch(/^RECORDS_NOT_IMPORTED: the imported answers are code of somebody else[^\n]*\n$/);
  });
});

describe('a file that is not right', () => {
  const lines = async (): Promise<string[]> => (await readFile(file, 'utf8')).split('\n');
  test.each([
    ['cut', async () => (await readFile(file, 'utf8')).slice(0, -100), 'is cut off'],
    ['cut between two lines', async () => `${(await lines()).slice(0, -3).join('\n')}\n`, 'is cut: it holds'],
    ['doubled', async () => (await readFile(file, 'utf8')).repeat(2), 'is doubled'],
    [
      'altered',
      async () => (await readFile(file, 'utf8')).replace('Math.floor', 'Math.round'),
      'was changed',
    ],
    [
      'of a later schema',
      async () => (await readFile(file, 'utf8')).replace('"schema":1', '"schema":2'),
      'has schema 2',
    ],
    [
      'of another answer protocol',
      async () => (await readFile(file, 'utf8')).replace('"protocol":1', '"protocol":9'),
      'version 9 of the answer protocol',
    ],
    ['foreign', async () => '{"name":"halves"}\n', 'is no file that `records export` wrote'],
    ['empty', async () => '', 'is empty'],
  ])('%s: one clear line, and nothing is imported', async (_, make, why) => {
    const folder = newFolder();
    await writeFile(`${folder}.jsonl`, await make());

    const { code, stdout, stderr } = await elsewhere([
      'records',
      'import',
      `${folder}.jsonl`,
      '--records',
      folder,
    ]);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^RECORDS_NOT_IMPORTED: [^\n]*\n$/);
    expect(stderr).toContain(why);
    expect(await readFile(folder).catch((error: unknown) => String(error))).toContain('ENOENT');
  });

  test('of another configuration: one clear line, and nothing is imported', async () => {
    const folder = newFolder();
    const config = join(top, 'other.yml');
    await cp(join(clone, '.github/spec-portability.yml'), config);
    await writeFile(config, (await readFile(config, 'utf8')).replace('simulated-hasty', 'simulated-other'));

    const argv = ['records', 'import', file, '--records', folder, '--config', config];
    const { code, stderr } = await elsewhere(argv);

    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^RECORDS_NOT_IMPORTED: the file holds a check of [^\n]* under another configuration[^\n]*\n$/,
    );
    expect(await readFile(join(folder, 'imported')).catch((error: unknown) => String(error))).toContain(
      'ENOENT',
    );
  });
});

describe('an export', () => {
  test('is refused where a key stands in a record, in whatever form', async () => {
    const leaky = newFolder();
    await cp(records, leaky, { recursive: true });
    const text = `Authorization: ${Buffer.from(`user:${vendorKeys.OPENAI_API_KEY}`).toString('base64')}`;
    for (const { record } of await storedRecords(leaky, 'test-run')) {
      const { testRun } = record;
      const run = { ...testRun.run, stdout: { ...testRun.run.stdout, text } };
      await replaceRecord(leaky, { ...record, testRun: { ...testRun, run } });
    }
    const to = join(top, 'leaky.jsonl');

    const { code, stderr } = await cli(['records', 'export', to, ...rangeOf(world), '--records', leaky]);

    expect(code).toBe(2);
    expect(stderr).toMatch(
      /RECORDS_NOT_EXPORTED: what a test run printed holds one of the keys of this environment[^\n]*\n$/,
    );
    expect(await readFile(to).catch((error: unknown) => String(error))).toContain('ENOENT');
  });

  test('overwrites nothing', async () => {
    await appendFile(join(top, 'mine.jsonl'), 'mine');

    const argv = ['records', 'export', join(top, 'mine.jsonl'), ...rangeOf(world), '--records', records];
    const { code, stderr } = await cli(argv);

    expect(code).toBe(2);
    expect(stderr).toContain('is already there');
    expect(await readFile(join(top, 'mine.jsonl'), 'utf8')).toBe('mine');
  });

  test('of a check that is not on record says so', async () => {
    const folder = newFolder();
    await mkdir(join(folder, 'generation'), { recursive: true });
    const argv = ['records', 'export', join(top, 'none.jsonl'), ...rangeOf(world), '--records', folder];
    const { code, stderr } = await cli(argv);

    expect(code).toBe(2);
    expect(stderr).toMatch(/^RECORDS_NOT_EXPORTED: the records folder holds no check of [^\n]*\n$/);
  });

  test('from a folder that is mistyped says so, and makes nothing', async () => {
    const folder = newFolder();
    const argv = ['records', 'export', join(top, 'none.jsonl'), ...rangeOf(world), '--records', folder];
    const { code, stderr } = await cli(argv);

    expect(code).toBe(2);
    expect(stderr).toMatch(/^RECORDS_NOT_FOUND: there are no records in [^\n]*\n$/);
    await expect(access(folder)).rejects.toThrow('ENOENT');
  });
});
