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
  of: { readonly latencyMs?: number; readonly head?: RepositoryFiles } = {},
): Promise<ActionWorld> {
  return actionWorld(bundle.action, {
    models: [careful, literal],
    latencyMs: of.latencyMs ?? 0,
    base: { 'SPEC.md': specOf(rules) },
    head: (repository) => repository.write({ 'SPEC.md': specOf(edited), ...of.head }),
    config: (url) =>
      halvesConfig(url, {
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
  // The command line goes on from a check that did not search.
  const onNever = async (command: string, ...options: readonly string[]): Promise<Ended> => {
    const argv = [command, ...rangeOf(world), '--records', join(top, 'never'), ...options];
    return runCli(bundle.cli, { world, argv });
  };
  beforeAll(async () => {
    world = await redWorld();
    const never = halvesConfig(world.models.url, { models: bothModels(world.models.url) });
    await world.repository.write({ 'never.yml': never });
    await onNever('check', '--config', 'never.yml', '--result', join(top, 'config.json'));
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

  test('`--bisect never` and `bisect: never` spend nothing on words, and name the edits', async () => {
    const before = world.models.requests.length;

    await onNever('check', '--bisect', 'never', '--result', join(top, 'option.json'));

    expect(world.models.requests).toHaveLength(before);
    for (const name of ['option', 'config']) {
      const { verdicts } = await resultAt(join(top, `${name}.json`));
      expect(verdicts[1]).toMatchObject({ verdict: 'regressed' });
      expect(verdicts[1]?.search).toBeUndefined();
      expect(verdicts[1]?.culprit.length).toBeGreaterThan(1);
    }
    expect((await resultAt(join(top, 'config.json'))).spent.generations).toBe(withoutSearch);
  });

  test('a search without any budget left says so, and the verdict stands', async () => {
    const before = world.models.requests.length;
    const rest = { bisect: 'on-regression', budget: { why: 0 } };
    await world.repository.write({ 'broke.yml': halvesConfig(world.models.url, { rest }) });

    const broke = await onNever('check', '--config', 'broke.yml', '--result', join(top, 'broke.json'));

    expect(broke.code).toBe(1);
    expect(world.models.requests).toHaveLength(before);
    const without = await resultAt(join(top, 'broke.json'));
    expect(without).toMatchObject({ conclusion: 'failure', spent: { ranOut: [] } });
    expect(without.verdicts[1]).toMatchObject({
      verdict: 'regressed',
      search: { among: 6, end: 'budget', check: null, generations: { search: 0, check: 0 } },
    });
    expect(without.verdicts[1]?.culprit.map(({ probability }) => probability)).toEqual(Array(6).fill(null));
    expect(without.notes).toContainEqual(
      expect.stringMatching(/were not looked for: the budget leaves nothing for it/),
    );
  });

  describe('the command `bisect`', () => {
    test('with --dry-run shows the plan, and refuses a model that nobody knows', async () => {
      const before = world.models.requests.length;

      const shown = await onNever('bisect', '--model', 'hasty', '--dry-run', '--json');
      const unknown = await onNever('bisect', '--model', 'nobody');

      expect(JSON.parse(shown.stdout)).toMatchObject({ withheld: 'Dry run: no model was asked.' });
      expect(shown.stderr).toContain('up to 32 generations more find the words behind it');
      expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('no model `nobody`') });
      expect(world.models.requests).toHaveLength(before);
    });

    test('says that there is nothing to look for where the model does not regress', async () => {
      const { code, stdout } = await onNever('bisect', '--model', 'careful');

      expect(code).toBe(0);
      expect(stdout).toMatch(/No spec regressed on careful, so there are no words to look for\.\n$/);
    });

    test('finds the words although the config says `never`, and asks no other model', async () => {
      const before = world.models.callsOf('simulated-careful');
      const rest = { bisect: 'never', budget: { why: 0 } };
      await world.repository.write({ 'none.yml': halvesConfig(world.models.url, { rest }) });

      const { code, stdout } = await onNever('bisect', '--model', 'hasty', '--config', 'none.yml');

      expect({ code, stdout }).toEqual({
        code: 1,
        stdout: expect.stringContaining('Halves are rounded sensibly.'),
      });
      expect(world.models.callsOf('simulated-careful')).toBe(before);
    });
  });

  test('in many jobs the shard that asked the question searches, and the job without a key reports the same words, with no word about records that were left out', async () => {
    await using service = await CacheServiceDouble.start();
    await using jobs = await FanOutJobs.start(world, service);
    const before = world.models.requests.length;

    const { ids } = await jobs.plan('2');
    await jobs.shards(ids);
    const inShards = world.models.requests.length - before;
    const report = await jobs.report();

    expect(ids).toHaveLength(2);
    expect(report.code).toBe(1);
    expect(world.models.requests).toHaveLength(before + inShards);
    expect(comparableResult(report.result)).toEqual(comparableResult(result));
    expect(report.result).toMatchObject({
      verdicts: [{ verdict: 'held' }, { search: { end: 'found' } }],
      spent: { generations: inShards },
    });
    // Of a cell with control runs the report reads fewer records than the shards left.
    const { notes } = Object(report.result);
    expect(notes).toContainEqual(expect.stringContaining('notice 3 of 3 changes'));
    expect(notes).not.toContainEqual(expect.stringContaining('left out'));
  });
});

describe('a search', () => {
  let world: ActionWorld;
  let made: ResultFile;
  let asked: number;
  let argv: (...rest: readonly string[]) => readonly string[];
  const records = (): string => join(top, 'on-record');
  beforeAll(async () => {
    world = await redWorld({ budget: { concurrency: 4 } }, { latencyMs: 60 });
    argv = (...rest) => [...rangeOf(world), '--records', ...rest];
    await runCli(bundle.cli, {
      world,
      argv: ['check', ...argv(records(), '--result', join(top, 'made.json'))],
    });
    asked = world.models.requests.length;
    made = await resultAt(join(top, 'made.json'));
  });
  afterAll(async () => world[Symbol.asyncDispose]());

  test('that is on record is told by `report` in the same words, without a key and without a call', async () => {
    const result = join(top, 'again.json');

    await runCli(bundle.cli, { world, argv: ['report', ...argv(records(), '--result', result)], env: {} });

    const again = await resultAt(result);
    expect(world.models.requests).toHaveLength(asked);
    expect(made.verdicts[1]?.search?.end).toBe('found');
    expect(again).toEqual({ ...made, spent: again.spent });
  });

  test('that is on record goes along with `records export`: imported, the same words come without a call', async () => {
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

  test('that is killed goes on: nothing that was stored is asked again, and the words are the same', async () => {
    const killed = join(top, 'killed');
    const start = (): ReturnType<typeof startCli> =>
      startCli(bundle.cli, {
        world,
        argv: ['check', ...argv(killed, '--result', join(top, 'killed.json'))],
        env: { ...vendorKeys, TMPDIR: top },
      });
    const earlier = world.models.requests.length;
    const running = start();
    const isSearching = () => world.models.requests.length - earlier > asked - 5;
    const watch = setInterval(() => {
      if (isSearching()) running.child.kill('SIGKILL');
    }, 5);
    await running.ended;
    clearInterval(watch);
    const before = (await storedRecords(killed, 'generation')).length;

    const { code } = await start().ended;

    expect(before).toBeGreaterThan(asked - 10);
    expect(before).toBeLessThan(asked);
    expect(code).toBe(1);
    expect(await storedRecords(killed, 'generation')).toHaveLength(asked);
    expect({ ...(await resultAt(join(top, 'killed.json'))), spent: null }).toEqual({ ...made, spent: null });
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
