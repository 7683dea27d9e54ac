import { cp, mkdir, mkdtemp, readdir, readFile, rm, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { seededRandom } from '../src/core/statistics/seeded-random.ts';
import { actionWorld, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { byShell, careful, halvesConfig, reader } from '../src/testing/builders/halves.ts';
import { programFolder } from '../src/testing/runs/program-folder.ts';
import { rangeOf, runCli } from '../src/testing/runs/run-cli.ts';
import type { Ended } from '../src/testing/runs/run-node.ts';
import { storedRecords } from '../src/testing/builders/stored-records.ts';

let top: string;
beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'replay-'));
});
afterAll(async () => {
  await rm(top, { recursive: true, force: true });
});

/** Text of a result.json without its costs. */
async function verdictText(file: string): Promise<string> {
  return JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), spent: null }, null, 1);
}

describe('judging again from records', () => {
  let world: ActionWorld;
  let records: string;
  let result: string;
  let trace: string;
  let onlyGit: Awaited<ReturnType<typeof programFolder>>;
  let traced: string;
  beforeAll(async () => {
    records = join(top, 'records');
    result = join(top, 'result.json');
    trace = join(top, 'trace');
    onlyGit = await programFolder('git');
    world = await actionWorld(bundle.action, {
      config: (url) =>
        halvesConfig(url, {
          spec: {
            // What setup makes under `writes` is left out of the trees, and the report says so.
            setup: `mkdir -p src/made && touch src/made/up && echo setup >> ${trace}`,
            ...byShell,
            test: `echo test >> ${trace} && ${byShell.test}`,
          },
        }),
    });
    const argv = ['check', ...rangeOf(world), '--records', records, '--result', result];
    await runCli(bundle.cli, { world, argv });
    traced = await readFile(trace, 'utf8');
    await rm(trace);
    // From here on no model is reachable.
    await world.models[Symbol.asyncDispose]();
  });
  afterAll(async () => {
    await world[Symbol.asyncDispose]();
    await onlyGit[Symbol.asyncDispose]();
  });

  async function report(of: { readonly records: string; readonly cwd?: string }): Promise<Ended> {
    const argv = ['report', ...rangeOf(world), '--records', of.records, '--result', `${of.records}.json`];
    // There is no key and no program except git, so every test run would fail.
    return runCli(bundle.cli, { world, argv, env: { PATH: onlyGit.path }, ...of });
  }

  test('has something to judge: a regression, a setup and what it left out', async () => {
    expect(await verdictText(result)).toMatch(/"regressed"[^]*made src\/made under `writes`/);
    expect(traced).toMatch(/^setup\n[^]*test\n$/);
  });

  test('gives the same result.json without a model, a key, a setup or a test run, and adds no record', async () => {
    const before = await allRecords(records);

    const { code, stderr } = await report({ records });

    expect({
      code,
      stderr: stderr.replaceAll(/^(?:\d+ of \d+ samples measured, 0 calls, 0 USD|The page is .*)\n/gm, ''),
    }).toEqual({
      code: 1,
      stderr: '',
    });
    expect(await verdictText(`${records}.json`)).toBe(await verdictText(result));
    expect(await readFile(trace, 'utf8').catch(() => 'not run')).toBe('not run');
    expect(await allRecords(records)).toEqual(before);
  });

  test('gives the same on another machine that has a clone and a copy of the records', async () => {
    const clone = join(top, 'elsewhere', 'clone');
    await mkdir(join(top, 'elsewhere'));
    await world.repository.git('clone', '--quiet', world.repository.directory, clone);
    const copied = join(top, 'copied');
    await cp(records, copied, { recursive: true });

    const { code } = await report({ records: copied, cwd: clone });

    expect(code).toBe(1);
    expect(await verdictText(`${copied}.json`)).toBe(await verdictText(result));
  });

  test('with half of the answers lost says so and is inconclusive', async () => {
    const halved = join(top, 'halved');
    await cp(records, halved, { recursive: true });
    const generations = await storedRecords(halved, 'generation');
    for (const { path } of generations.filter((_, index) => index % 2 === 0)) await unlink(path);

    const { code, stdout } = await report({ records: halved });

    expect(code).toBe(0);
    expect(stdout).toMatch(/\d+ samples that were due are not on record, and none was asked/);
    const judged = JSON.parse(await readFile(`${halved}.json`, 'utf8'));
    expect(judged).toMatchObject({
      conclusion: 'neutral',
      verdicts: [{ verdict: 'inconclusive' }, { verdict: 'inconclusive' }],
      spent: { generations: 0, usd: 0 },
    });
    const [first] = judged.verdicts;
    expect(first.base.unmeasured + first.head.unmeasured).toBeGreaterThan(0);
  });

  test('where no spec changed needs no records: it ends as a check does', async () => {
    const same = ['--base', world.head, '--head', world.head, '--records', join(top, 'none')];
    const env = { PATH: onlyGit.path };

    const judged = await runCli(bundle.cli, { world, argv: ['report', ...same], env });
    const checked = await runCli(bundle.cli, { world, argv: ['check', ...same], env });

    expect(judged).toEqual({ ...checked, ms: judged.ms });
    expect(judged).toMatchObject({ code: 0, stdout: expect.stringContaining('no spec changed') });
  });

  test('where there are no records at all is refused, and nothing is made', async () => {
    const { code, stderr } = await report({ records: join(top, 'nothing') });

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/RECORDS_NOT_FOUND: .*nothing/),
    });
    expect((await readdir(top)).filter((name) => name.startsWith('nothing'))).toEqual([]);
  });
});

async function allRecords(folder: string): Promise<readonly string[]> {
  const kinds = [
    await storedRecords(folder, 'generation'),
    await storedRecords(folder, 'test-run'),
    await storedRecords(folder, 'plan'),
  ];
  return kinds.flatMap((files) => files.map(({ text }) => text));
}

test('the order in which answers arrive, and how many are asked at once, do not change a byte', async () => {
  let random = seededRandom(0);
  await using world = await actionWorld(bundle.action, {
    // Every arm of a run takes five samples, so each run sees the same five answers.
    models: [
      careful,
      reader(
        'simulated-hasty',
        ({ specText, sample }) => sample % 5 !== 4 && (specText.includes('half up') || sample % 5 === 1),
      ),
    ],
    faults: () => ({ kind: 'slow', everyMs: Math.floor(20 * random()) }),
  });
  const run = async (seed: number, concurrency: number): Promise<string> => {
    random = seededRandom(seed);
    const config = halvesConfig(world.models.url, { rest: { budget: { concurrency } } });
    await world.repository.write({ 'other.yml': config });
    const name = join(top, `shuffled-${seed}`);
    const argv = ['check', ...rangeOf(world), '--config', 'other.yml', '--records', name];
    await runCli(bundle.cli, { world, argv: [...argv, '--result', `${name}.json`] });
    return verdictText(`${name}.json`);
  };

  const first = await run(1, 1);
  const others = [await run(2, 3), await run(3, 20)];

  expect(JSON.parse(first)).toMatchObject({
    verdicts: [
      { model: 'careful', base: { passed: 5 }, head: { passed: 5 } },
      { model: 'hasty', base: { passed: 4 }, head: { passed: 1 } },
    ],
  });
  for (const other of others) expect(other).toBe(first);
});
