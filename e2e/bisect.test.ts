import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ResultFile } from '../src/core/report/machine/result-schema.ts';
import { actionWorld, vendorKeys, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, careful, halves, halvesConfig, reader } from '../src/testing/builders/halves.ts';
import { comparableResult } from '../src/testing/builders/comparable-result.ts';
import { CacheServiceDouble } from '../src/testing/doubles/cache-service-double.ts';
import { FanOutJobs } from '../src/testing/runs/fan-out-jobs.ts';
import type { RepositoryFiles } from '../src/testing/temporary-repository.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';
import { rangeOf, runCli, startCli } from '../src/testing/runs/run-cli.ts';
import type { Ended } from '../src/testing/runs/run-node.ts';
import { storedRecords } from '../src/testing/builders/stored-records.ts';

const rules = [
  'Numbers are given in digits.',
  'Leading zeros are dropped.',
  'Halves are rounded up.',
  'A sign is kept.',
  'Nothing else is read.',
  'The result is a number.',
];
const edited = [
  'Numbers are written in digits.',
  'Zeros at the beginning are dropped.',
  'Halves are rounded sensibly.',
  'The sign is kept.',
  'Nothing else may be read.',
  'The result is one number.',
];

function specOf(lines: readonly string[]): string {
  return `# Halves\n\n\`src/half.mjs\` exports \`half(n)\`, n divided by two, a whole number.\n\n${lines.join('\n\n')}\n`;
}

/** Reads every wording of five rules, and one of the third. */
const literal = reader('simulated-hasty', ({ specText }) => specText.includes('rounded up'));

const most = 20 + 12;

async function redWorld(
  rest: Readonly<Record<string, unknown>> = {},
  of: { readonly latencyMs?: number; readonly head?: RepositoryFiles; readonly test?: string } = {},
): Promise<ActionWorld> {
  return actionWorld(bundle.action, {
    models: [careful, literal],
    latencyMs: of.latencyMs ?? 0,
    base: { 'SPEC.md': specOf(rules) },
    head: (repository) => repository.write({ 'SPEC.md': specOf(edited), ...of.head }),
    config: (url) =>
      halvesConfig(url, {
        ...(of.test === undefined ? {} : { spec: { test: of.test, results: 'exit-code' } }),
        models: bothModels(url),
        rest: { bisect: 'on-regression', ...rest },
      }),
  });
}

const culprit = {
  file: 'SPEC.md',
  lines: [9, 9],
  text: 'Halves are rounded sensibly.\n',
  probability: expect.any(Number),
};

let top: string;
beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'bisect-'));
});
afterAll(async () => {
  await rm(top, { recursive: true, force: true });
});

async function resultAt(file: string): Promise<ResultFile> {
  return JSON.parse(await readFile(file, 'utf8'));
}

async function resultOf(world: ActionWorld): Promise<ResultFile> {
  return resultAt(join(world.repository.directory, '.spec-portability/report/result.json'));
}

describe('a pull request with six edits, of which one breaks a model', () => {
  let world: ActionWorld;
  let withoutSearch: number;
  let asked: number;
  let result: ResultFile;
  let code: number | null;
  beforeAll(async () => {
    world = await redWorld();
    const never = halvesConfig(world.models.url, { models: bothModels(world.models.url) });
    await world.repository.write({ 'never.yml': never });
    const argv = ['check', ...rangeOf(world), '--config', 'never.yml', '--records', join(top, 'never')];
    await runCli(bundle.cli, { world, argv });
    withoutSearch = world.models.requests.length;
    ({ code } = await world.run());
    asked = world.models.requests.length - withoutSearch;
    result = await resultOf(world);
  });
  afterAll(async () => world[Symbol.asyncDispose]());

  test('ends with these words in result.json and in the comment, within 32 generations more', () => {
    const [, hasty] = result.verdicts;
    expect(code).toBe(1);
    expect(hasty).toMatchObject({
      verdict: 'regressed',
      culprit: [culprit],
      search: { among: 6, end: 'found', check: 'this-part' },
    });
    expect(hasty?.culprit[0]?.probability).toBeGreaterThanOrEqual(0.95);
    const { search = 0, check = 0 } = hasty?.search?.generations ?? {};
    expect(search).toBeGreaterThan(0);
    expect(check).toBeGreaterThan(0);
    expect(asked).toBe(withoutSearch + search + check);
    expect(search + check).toBeLessThanOrEqual(most);
    expect(result.spent).toMatchObject({ generations: asked, ranOut: [] });
    const [comment] = world.github.comments(pullRequestNumber);
    expect(comment?.body).toContain('**The words behind it:** `Halves are rounded sensibly.`');
  });

  test('result.json and the page say which test breaks with these words, and only with these', async () => {
    const [, hasty] = result.verdicts;
    const [map] = result.maps ?? [];
    const { file, lines, text } = culprit;
    const breaking = map?.parts.filter(({ breaks }) => breaks.length > 0);
    expect(map?.parts).toHaveLength(6);
    expect(breaking).toMatchObject([
      { file, lines, text, state: 'noticed', breaks: [{ model: hasty?.model, beside: [] }] },
    ]);
    const page = await readFile(
      join(world.repository.directory, '.spec-portability/report/index.html'),
      'utf8',
    );
    expect(page).toContain('breaks 1 test');
    expect(page).toContain('Changed words and tests');
  });

  test('asked again it asks nothing and says the same', async () => {
    const before = world.models.requests.length;

    await world.run();

    expect(world.models.requests).toHaveLength(before);
    expect(await world.result()).toMatchObject({ verdicts: result.verdicts, maps: result.maps });
  });
});

test('`--bisect never` and `bisect: never` spend nothing on words, and name the edits', async () => {
  await using world = await redWorld();
  const run = async (name: string, options: readonly string[]): Promise<Ended> =>
    runCli(bundle.cli, {
      world,
      argv: [
        'check',
        ...rangeOf(world),
        '--records',
        join(top, name),
        ...options,
        '--result',
        join(top, `${name}.json`),
      ],
    });

  await run('option', ['--bisect', 'never']);
  const asked = world.models.requests.length;
  await world.repository.write({ 'never.yml': halvesConfig(world.models.url) });
  await run('config', ['--config', 'never.yml']);

  expect(world.models.requests).toHaveLength(2 * asked);
  for (const name of ['option', 'config']) {
    const { verdicts, spent } = await resultAt(join(top, `${name}.json`));
    expect(spent.generations).toBe(asked);
    expect(verdicts[1]?.search).toBeUndefined();
    expect(verdicts[1]?.culprit.length).toBeGreaterThan(1);
  }
});

describe('the command `bisect`', () => {
  const bisect = async (world: ActionWorld, model: string, options: readonly string[] = []): Promise<Ended> =>
    runCli(bundle.cli, { world, argv: ['bisect', '--model', model, ...rangeOf(world), ...options] });

  test('finds the words although the config says `never`, and asks no other model', async () => {
    await using world = await redWorld({ bisect: 'never', budget: { why: 0 } });

    const { code, stdout } = await bisect(world, 'hasty');

    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: expect.stringContaining('Halves are rounded sensibly.'),
    });
    expect(world.models.callsOf('simulated-careful')).toBe(0);
  });

  test('says that there is nothing to look for where the model does not regress', async () => {
    await using world = await redWorld();

    const { code, stdout } = await bisect(world, 'careful');

    expect(code).toBe(0);
    expect(stdout).toMatch(/No spec regressed on careful, so there are no words to look for\.\n$/);
  });

  test('with --dry-run shows the plan, and refuses a model that nobody knows', async () => {
    await using world = await redWorld();

    const shown = await bisect(world, 'hasty', ['--dry-run', '--json']);
    const unknown = await bisect(world, 'nobody');

    expect(JSON.parse(shown.stdout)).toMatchObject({ withheld: 'Dry run: no model was asked.' });
    expect(shown.stderr).toContain('up to 32 generations more find the words behind it');
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('no model `nobody`') });
    expect(world.models.requests).toEqual([]);
  });
});

test('a search without any budget left says so, and the verdict stands', async () => {
  await using world = await redWorld({ budget: { why: 0 } });

  expect((await world.run()).code).toBe(1);

  const result = await resultOf(world);
  expect(result).toMatchObject({ conclusion: 'failure', spent: { ranOut: [] } });
  expect(result.verdicts[1]).toMatchObject({
    verdict: 'regressed',
    search: { among: 6, end: 'budget', check: null, generations: { search: 0, check: 0 } },
  });
  expect(result.verdicts[1]?.culprit.map(({ probability }) => probability)).toEqual(Array(6).fill(null));
  expect(result.notes).toContainEqual(
    expect.stringMatching(/were not looked for: the budget leaves nothing for it/),
  );
});

test('a search that is killed goes on: nothing that was stored is asked again, and the words are the same', async () => {
  await using world = await redWorld({ budget: { concurrency: 4 } }, { latencyMs: 60 });
  const start = (name: string) =>
    startCli(bundle.cli, {
      world,
      argv: ['check', ...rangeOf(world), '--records', join(top, name), '--result', join(top, `${name}.json`)],
      env: { ...vendorKeys, TMPDIR: top },
    });
  await start('whole').ended;
  const whole = world.models.requests.length;
  const running = start('killed');
  const isSearching = () => world.models.requests.length - whole > whole - 5;
  const watch = setInterval(() => {
    if (isSearching()) running.child.kill('SIGKILL');
  }, 5);
  await running.ended;
  clearInterval(watch);
  const before = (await storedRecords(join(top, 'killed'), 'generation')).length;

  const { code } = await start('killed').ended;

  expect(before).toBeGreaterThan(whole - 10);
  expect(before).toBeLessThan(whole);
  expect(code).toBe(1);
  expect(await storedRecords(join(top, 'killed'), 'generation')).toHaveLength(whole);
  expect({ ...(await resultAt(join(top, 'killed.json'))), spent: null }).toEqual({
    ...(await resultAt(join(top, 'whole.json'))),
    spent: null,
  });
});

describe('a search that is on record', () => {
  let world: ActionWorld;
  let made: ResultFile;
  let asked: number;
  let argv: (...rest: readonly string[]) => readonly string[];
  const records = (): string => join(top, 'on-record');
  beforeAll(async () => {
    world = await redWorld();
    argv = (...rest) => [...rangeOf(world), '--records', ...rest];
    await runCli(bundle.cli, {
      world,
      argv: ['check', ...argv(records(), '--result', join(top, 'made.json'))],
    });
    asked = world.models.requests.length;
    made = await resultAt(join(top, 'made.json'));
  });
  afterAll(async () => world[Symbol.asyncDispose]());

  test('is told by `report` in the same words, without a key and without a call', async () => {
    const result = join(top, 'again.json');

    await runCli(bundle.cli, { world, argv: ['report', ...argv(records(), '--result', result)], env: {} });

    const again = await resultAt(result);
    expect(world.models.requests).toHaveLength(asked);
    expect(made.verdicts[1]?.search?.end).toBe('found');
    expect(again).toEqual({ ...made, spent: again.spent });
  });

  test('goes along with `records export`: imported, the same words come without a call', async () => {
    const file = join(top, 'check.jsonl');
    const cli = (...words: readonly string[]) => runCli(bundle.cli, { world, argv: words, env: {} });

    const exported = await cli('records', 'export', file, ...argv(records()));
    const elsewhere = join(top, 'imported');
    await cli('records', 'import', file, '--records', elsewhere, '--trust-runs');
    await cli('report', ...argv(elsewhere, '--result', join(top, 'there.json')));

    const stored = await storedRecords(records(), 'generation');
    expect(exported.stdout).toContain(`Wrote ${stored.length} answers and `);
    expect(world.models.requests).toHaveLength(asked);
    expect(await resultAt(join(top, 'there.json'))).toMatchObject({
      verdicts: made.verdicts,
      maps: made.maps,
    });
  });
});

test('in many jobs the shard that asked the question searches, and the job without a key reports the same words', async () => {
  const byExitCode = { test: "grep -q 'n / 2 + 0.5' src/half.mjs" };
  await using single = await redWorld({}, byExitCode);
  await using world = await redWorld({}, byExitCode);
  await using service = await CacheServiceDouble.start();
  await using jobs = await FanOutJobs.start(world, service);
  await single.run();

  const { ids } = await jobs.plan('2');
  await jobs.shards(ids);
  const asked = world.models.requests.length;
  const report = await jobs.report();

  expect(ids).toHaveLength(2);
  expect(report.code).toBe(1);
  expect(world.models.requests).toHaveLength(asked);
  expect(comparableResult(report.result)).toEqual(comparableResult(await single.result()));
  expect(report.result).toMatchObject({
    verdicts: [{ verdict: 'held' }, { search: { end: 'found' } }],
    spent: { generations: asked },
  });
});

test('words that are not what broke the tests are not searched, and a note says so', async () => {
  // The change edits the text, and one of its tests as well: code for the old text fails it too.
  const stricter = halves.test.replace('half(5), 3', 'half(5), 2');
  await using world = await redWorld({}, { head: { 'test/half.test.mjs': stricter } });

  await world.run();

  const { verdicts, notes, spent } = await resultOf(world);
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['regressed', 'held']);
  expect(notes).toContainEqual(
    expect.stringMatching(/^The words of halves are not what broke its tests on careful: /),
  );
  expect(verdicts[0]?.search).toBeUndefined();
  expect(world.models.callsOf('simulated-careful')).toBe(10);
  expect(spent.generations).toBe(world.models.requests.length);
});
