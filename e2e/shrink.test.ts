import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actionWorld, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { byShell, halvesConfig, halvesFiles, reader } from '../src/testing/builders/halves.ts';
import { storedRecords } from '../src/testing/builders/stored-records.ts';
import { runCli, startCli } from '../src/testing/runs/run-cli.ts';
import type { Ended } from '../src/testing/runs/run-node.ts';

const needed = `# Halves

\`src/half.mjs\` exports \`half(n)\`, which must be n divided by two, a whole number.

Round half up, always.
`;

const notes = `
## Notes

Halving is old.

Nobody knows who invented it.
`;

// The first needs one sentence, the second both.
const models = [
  reader('simulated-careful', ({ specText }) => specText.includes('exports')),
  reader('simulated-hasty', ({ specText }) => specText.includes('exports') && specText.includes('half up')),
];

async function worldOf(
  change: {
    readonly config?: Parameters<typeof halvesConfig>[1];
    readonly files?: Readonly<Record<string, string>>;
    readonly latencyMs?: number;
    readonly models?: typeof models;
  } = {},
): Promise<ActionWorld> {
  return actionWorld(bundle.action, {
    models: change.models ?? models,
    latencyMs: change.latencyMs ?? 0,
    config: (url) => halvesConfig(url, change.config),
    files: { ...halvesFiles, 'SPEC.md': needed + notes, ...change.files },
    head: async (repository) => repository.write({ 'README.md': 'Nothing about specs.\n' }),
  });
}

async function shrink(world: ActionWorld, ...argv: readonly string[]): Promise<Ended> {
  return runCli(bundle.cli, { world, argv: ['shrink', ...argv] });
}

async function reported(world: ActionWorld, name: string): Promise<string> {
  return readFile(join(world.repository.directory, '.spec-portability/report', name), 'utf8');
}

async function outcomes(world: ActionWorld): Promise<Readonly<Record<string, string>>> {
  const { texts } = JSON.parse(await reported(world, 'shrink.json'));
  const parts: readonly { readonly text: string; readonly outcome: string }[] = texts[0].parts;
  return Object.fromEntries(parts.map(({ text, outcome }) => [text.trim().slice(0, 12), outcome]));
}

async function offer(world: ActionWorld): Promise<unknown> {
  const { texts } = JSON.parse(await reported(world, 'shrink.json'));
  return texts;
}

describe('a search in a text of which two models need two parts', () => {
  let world: ActionWorld;
  let dry: Ended;
  let askedInDry: number;
  let short: Ended;
  let askedInShort: number;
  let first: Ended;
  let offered: unknown;
  beforeAll(async () => {
    world = await worldOf({ latencyMs: 40, config: { rest: { budget: { concurrency: 4 } } } });
    dry = await shrink(world, '--dry-run');
    askedInDry = world.models.requests.length;
    short = await shrink(world, 'halves', '--max-generations', '90');
    askedInShort = world.models.requests.length;
    first = await shrink(world, 'halves');
    offered = await offer(world);
  });
  afterAll(async () => world[Symbol.asyncDispose]());

  test('says in a dry run how many parts there are, and asks nothing', () => {
    expect(dry.code).toBe(0);
    expect(dry.stdout).toMatch(/^`halves`: 4 parts on 2 models, about \d+ answers if each has to be tried/m);
    expect(askedInDry).toBe(0);
  });

  test('whose budget ends says so, offers nothing that was not confirmed, and the next run goes on', () => {
    expect(short.code).toBe(0);
    expect(askedInShort).toBeLessThanOrEqual(90);
    expect(short.stdout).toMatch(/The budget ended the search before every part was tried/);
    expect(first.stdout).toMatch(/^`halves`: 2 of 4 parts can go$/m);
    expect(first.stdout).toMatch(/[1-9]\d* answers? reused/);
  });

  test('offers what no model misses as a patch that applies, and the same run again asks nothing', async () => {
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: expect.any(String) });
    expect(first.stderr).toMatch(
      /^halves without line 5, “Round half up, always.”: holds on careful and breaks on hasty/m,
    );
    expect(first.stderr).toMatch(/^halves without 2 parts, on fresh samples: holds on .* and holds on /m);
    expect(first.stderr).not.toContain('regressed');
    expect(first.stdout).toMatch(/^`halves`: 2 of 4 parts can go$/m);
    expect(first.stdout).toMatch(
      /^Held on 2 of 2 models on fresh samples of both texts: drops of 40 percentage points or more are ruled out in the suite and in each test \(95 % sure/m,
    );
    expect(first.stdout).toMatch(/^Saves about \d+ input tokens a generation \(\d+ % .*USD on `careful`/m);
    expect(await outcomes(world)).toEqual({
      '`src/half.mj': 'needed',
      'Round half u': 'needed',
      'Halving is o': 'not-missed',
      'Nobody knows': 'not-missed',
    });
    const { repository } = world;
    await repository.git('apply', '.spec-portability/report/shrink.patch');
    expect(await readFile(join(repository.directory, 'SPEC.md'), 'utf8')).toBe(needed);
    await repository.git('checkout', '--quiet', '--', 'SPEC.md');
    expect(await reported(world, 'shrink.md')).toContain('-Nobody knows who invented it.');
    expect(first.stdout).toMatch(
      /^Tests and words: 2 parts that no test notices when others are missing as well\.$/m,
    );
    const { map } = JSON.parse(await reported(world, 'shrink.json')).texts[0];
    expect(map.parts.map(({ state }: { readonly state: string }) => state)).toEqual([
      'noticed',
      'noticed',
      'unnoticed-together',
      'unnoticed-together',
    ]);
    expect(await reported(world, 'shrink.html')).toContain('noticed by 1 test');

    const asked = world.models.requests.length;
    const again = await shrink(world, 'halves');
    const withoutCost = ({ stdout }: Ended): string => stdout.replace(/^Cost .*$/m, '');
    expect(withoutCost(again)).toBe(withoutCost(first));
    expect(world.models.requests).toHaveLength(asked);
  });

  test('that is killed goes on: nothing that was stored is asked again, and the offer is the same', async () => {
    const start = () =>
      startCli(bundle.cli, { world, argv: ['shrink', 'halves', '--records', '.records-killed'] });
    const killed = join(world.repository.directory, '.records-killed');
    const undisturbed = join(world.repository.directory, '.spec-portability/records');
    const whole = (await storedRecords(undisturbed, 'generation')).length;
    const asked = world.models.requests.length;

    const running = start();
    const watch = setInterval(() => {
      if (world.models.requests.length - asked > whole / 2) running.child.kill('SIGKILL');
    }, 5);
    await running.ended;
    clearInterval(watch);
    const before = (await storedRecords(killed, 'generation')).length;
    const { code } = await start().ended;

    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(whole);
    expect(code).toBe(0);
    expect(await storedRecords(killed, 'generation')).toHaveLength(whole);
    expect(await offer(world)).toEqual(offered);
    // An answer that was under way when it was killed is asked once more, and no other.
    expect(world.models.requests.length - asked - whole).toBeLessThanOrEqual(4);
  });
});

test('instructions are tried with every spec that is given them, and may go as a whole', async () => {
  const spec = { name: 'halves', spec: ['SPEC.md'], writes: ['src/**'], ...byShell };
  await using world = await worldOf({
    config: {
      specs: [
        { ...spec, instructions: ['AGENTS.md'] },
        { ...spec, name: 'other', instructions: ['AGENTS.md'] },
        { ...spec, name: 'without' },
      ],
    },
    files: { 'AGENTS.md': 'Be kind to people.\n\nBe brief in comments.\n' },
  });

  const { code, stdout } = await shrink(world, 'AGENTS.md', '--model', 'careful');

  expect(code).toBe(0);
  expect(stdout).toMatch(/^`AGENTS\.md`: 2 of 2 parts can go$/m);
  expect(stdout).toMatch(/^Held on 2 of 2 pairs of a spec and a model/m);
  const { texts } = JSON.parse(await reported(world, 'shrink.json'));
  expect(texts[0].subjects).toEqual([
    { spec: 'halves', model: 'careful' },
    { spec: 'other', model: 'careful' },
  ]);
});

test('where the text as it stands passes too rarely nothing is offered, and the model is named', async () => {
  await using world = await worldOf({ files: { 'SPEC.md': needed.replace('half up', 'well') + notes } });

  const { code, stdout } = await shrink(world, 'halves');

  expect(code).toBe(0);
  expect(stdout).toMatch(/passes too rarely on `hasty`/);
  await expect(
    stat(join(world.repository.directory, '.spec-portability/report/shrink.patch')),
  ).rejects.toThrow('ENOENT');
});

test('a night makes the spec and its instructions shorter, each within its share, and the next one goes on', async () => {
  await using world = await worldOf({
    config: {
      spec: { instructions: ['AGENTS.md'] },
      rest: { budget: { generations: 180 }, audit: { shrink: { usd: 5 } } },
    },
    files: { 'AGENTS.md': 'Be kind to people.\n\nBe brief in comments.\n' },
  });
  const night = async (): Promise<string> => {
    const { code, stdout } = await runCli(bundle.cli, { world, argv: ['audit'] });
    expect(code).toBe(0);
    return stdout;
  };

  const first = await night();
  expect(first).not.toContain('`halves`: ');
  expect(await reported(world, 'shrink.md')).toContain('The budget ended the search before every part was');
  expect(first).toContain('`AGENTS.md`: 2 of 2 parts can go');
  expect(await reported(world, 'shrink.patch')).toContain('-Be kind to people.');

  const second = await night();
  expect(second).toMatch(
    /Parts of these texts are missed by no model \(`shrink\.patch`[^]*`halves`: 2 of 4 parts can go/,
  );
  expect(second).toContain('`AGENTS.md`: 2 of 2 parts can go');
  const { repository } = world;
  expect(await reported(world, 'shrink.patch')).toContain('-## Notes');
  await repository.git('apply', '.spec-portability/report/shrink.patch');
  expect(await readFile(join(repository.directory, 'SPEC.md'), 'utf8')).toBe(needed);
  expect((await readFile(join(repository.directory, 'AGENTS.md'), 'utf8')).trim()).toBe('');

  const asked = world.models.requests.length;
  await night();
  expect(world.models.requests).toHaveLength(asked);
});

test('a text that was not confirmed is not sampled again in later nights and commits until luck lets it through', async () => {
  let isLucky = false;
  const misled = reader(
    'simulated-careful',
    ({ specText, sample }) =>
      specText.includes(needed) && (specText.includes(notes) || sample < 5 || isLucky),
  );
  await using world = await worldOf({
    models: [misled],
    config: { rest: { audit: { shrink: { usd: 5 } } } },
  });
  const night = async (): Promise<number> => {
    const before = world.models.requests.length;
    const { code, stderr } = await shrink(world, 'halves', '--model', 'careful');
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('on fresh samples: ') });
    return world.models.requests.length - before;
  };
  expect(await night()).toBeGreaterThan(0);
  expect(await offer(world)).toMatchObject([{ offer: null }]);

  isLucky = true;
  await world.repository.write({ 'README.md': 'Other words.\n' });
  // The records of the first night lie in the same folder and are no part of it.
  await world.repository.git('commit', '--quiet', '-m', 'about something else', '--', 'README.md');

  expect(await night()).toBe(0);
  expect(await offer(world)).toMatchObject([{ offer: null }]);
});

describe('a mistake is one line, before any model is asked', () => {
  let world: ActionWorld;
  beforeAll(async () => {
    world = await worldOf({
      config: { spec: { instructions: ['ONE.md', 'rules.json'] } },
      files: { 'ONE.md': 'Be kind.\n', 'rules.json': '{\n\n"a": 1,\n\n"b": 2\n\n}\n' },
    });
  });
  afterAll(async () => world[Symbol.asyncDispose]());

  test.each([
    ['an unknown spec', ['nothing'], /^SPEC_NOT_FOUND: no spec is called `nothing`.*halves/],
    ['a text of one part', ['ONE.md'], /^CONFIG_INVALID: `ONE\.md` cannot be made shorter/],
    ['a text that is no Markdown', ['rules.json'], /^CONFIG_INVALID: `rules\.json` cannot be made shorter/],
    [
      'an unknown model',
      ['halves', '--model', 'gpt'],
      /^CONFIG_INVALID: option `--model` is `gpt`.*careful, hasty/,
    ],
  ])('%s', async (_, argv, line) => {
    const { code, stderr } = await shrink(world, ...argv);

    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(line) });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(world.models.requests).toEqual([]);
  });
});
