import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SimulatedModel } from '../src/adapters/simulated/simulated-model.ts';
import { actionWorld, type ActionSituation, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import {
  bothModels,
  byNode,
  careful,
  halves,
  halvesConfig,
  halvesFiles,
  reader,
} from '../src/testing/builders/halves.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';
import { rangeOf, runCli } from '../src/testing/runs/run-cli.ts';

const file = '.github/spec-portability.yml';

let top: string;
beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'gate-'));
});
afterAll(async () => {
  await rm(top, { recursive: true, force: true });
});

describe('a block against stored base samples is confirmed by fresh ones', () => {
  const stored = 20;
  const isBase = (specText: string): boolean => specText.includes('half up');
  let headBefore = 0;
  // One of the three samples up to the first look of each check.
  const isRightOnHead = (sample: number): boolean => sample - headBefore >= 2;
  // Both bases gave the same stored samples; what is drawn afterwards tells them apart.
  let isHonest = true;
  let baseCalls = 0;
  let headCalls = 0;
  let world: ActionWorld;
  beforeAll(async () => {
    const model = reader('simulated-hasty', ({ specText, sample }) =>
      isBase(specText) ? isHonest || sample < stored : isRightOnHead(sample),
    );
    world = await actionWorld(bundle.action, {
      models: [model],
      config: (url) => halvesConfig(url, { models: bothModels(url).slice(1) }),
      faults: (_, __, { user }) => {
        if (isBase(user)) baseCalls += 1;
        else headCalls += 1;
        return null;
      },
    });
    const argv = [
      'calibrate',
      '--head',
      world.base,
      '--samples',
      `${stored}`,
      '--records',
      join(top, 'luck'),
    ];
    await runCli(bundle.cli, { world, argv });
    await cp(join(top, 'luck'), join(top, 'honest'), { recursive: true });
  });
  afterAll(async () => world[Symbol.asyncDispose]());

  async function verdictAgainst(base: 'luck' | 'honest'): Promise<{
    readonly code: number | null;
    readonly verdict: unknown;
    readonly baseCalls: number;
  }> {
    isHonest = base === 'honest';
    const before = baseCalls;
    headBefore = headCalls;
    const argv = ['check', ...rangeOf(world), '--records', join(top, base)];
    const { code } = await runCli(bundle.cli, { world, argv });
    const [verdict] = Object(await world.result()).verdicts;
    return { code, verdict, baseCalls: baseCalls - before };
  }

  test('a base that passed by luck makes it `suspected`', async () => {
    expect(baseCalls).toBe(stored);

    const { code, verdict, baseCalls: fresh } = await verdictAgainst('luck');

    expect({ code, fresh }).toEqual({ code: 0, fresh: 5 });
    expect(verdict).toMatchObject({
      verdict: 'suspected',
      base: { passed: 20, failed: 0 },
      head: { passed: 1, failed: 2 },
    });
  });

  test('an honest base leaves it `regressed`, for five fresh samples', async () => {
    const { code, verdict, baseCalls: fresh } = await verdictAgainst('honest');

    expect({ code, fresh }).toEqual({ code: 1, fresh: 5 });
    expect(verdict).toMatchObject({ verdict: 'regressed', base: { passed: 20 }, head: { failed: 2 } });
  });
});

test('a test that fails first and passes on the same files counts as passed, and is listed with its rate', async () => {
  const marks = join(top, 'marks');
  await mkdir(marks);
  const flapping = `${halves.test}
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
test('flaps', () => {
  const text = readFileSync('src/half.mjs', 'utf8');
  const tree = createHash('sha1').update(text + readFileSync('SPEC.md', 'utf8')).digest('hex');
  if (!text.startsWith('// ') || existsSync('${marks}/' + tree)) return;
  writeFileSync('${marks}/' + tree, '');
  assert.fail('the first time on this tree');
});
`;
  await using world = await actionWorld(bundle.action, {
    base: { 'test/half.test.mjs': flapping },
    config: (url) => halvesConfig(url, { spec: byNode, models: bothModels(url).slice(0, 1) }),
  });

  const run = await world.run();

  expect(run.code).toBe(0);
  expect(world.models.requests).toHaveLength(10);
  expect(await world.result()).toMatchObject({
    conclusion: 'success',
    verdicts: [{ verdict: 'held', base: { passed: 5, failed: 0 }, head: { passed: 5, failed: 0 } }],
    notes: expect.arrayContaining([
      'Flaky test: test/half.test.mjs > flaps of halves failed and then passed on the same files in 10 of 10 generations; it counts as passed.',
    ]),
  });
});

describe('gate.min-portability', () => {
  const neverRight: SimulatedModel = reader('simulated-hasty', () => false);
  const wanting = (minimum: number, more: ActionSituation = {}): ActionSituation => ({
    models: [careful, neverRight],
    config: (url) =>
      halvesConfig(url, { rest: { gate: { 'min-portability': minimum }, decide: { portable: 0.6 } } }),
    ...more,
  });
  const newSpec: ActionSituation = {
    files: Object.fromEntries(Object.entries(halvesFiles).filter(([path]) => path !== 'SPEC.md')),
    head: async (repository) => repository.write({ 'SPEC.md': halves.spec }),
  };

  test('blocks a new spec that is not portable, and says why', async () => {
    await using world = await actionWorld(bundle.action, wanting(0.3, newSpec));

    const run = await world.run();

    expect(run.code).toBe(1);
    expect(run.outputs).toMatchObject({ conclusion: 'failure', regressions: '0' });
    const why = 'The gate fails: halves is not portable on hasty, and `gate.min-portability` is 0.3.';
    expect(await world.result()).toMatchObject({ notes: expect.arrayContaining([why]) });
    expect(world.github.comments(pullRequestNumber)[0]?.body).toContain('The gate fails');
    expect(world.github.checkRuns()).toMatchObject([{ conclusion: 'failure' }]);
  });

  test('blocks a spec that works on too few models although the edit changed nothing; 0, the default, lets it pass', async () => {
    await using world = await actionWorld(bundle.action, wanting(0.7));

    const run = await world.run();

    expect(run.code).toBe(1);
    expect(await world.result()).toMatchObject({
      conclusion: 'failure',
      verdicts: [{ verdict: 'held' }, { verdict: 'base-too-weak' }],
      portability: [{ head: 0.5 }],
      notes: expect.arrayContaining([
        'The gate fails: the portability of halves is 0.50, and `gate.min-portability` is 0.7.',
      ]),
    });

    const rest = { decide: { portable: 0.6 } };
    await world.repository.git('checkout', '--quiet', '-B', 'open', world.base);
    await world.repository.write({ [file]: halvesConfig(world.models.url, { rest }) });
    // Records of the run before must stay uncommitted.
    await world.repository.git('add', file);
    await world.repository.git('commit', '--quiet', '--message', 'the gate is opened');
    const tip = await world.repository.git('rev-parse', 'HEAD');
    const { event } = await world.request();
    const payload = JSON.parse(JSON.stringify(event.payload).replaceAll(world.base, tip));
    const open = await world.run({ event: { ...event, payload } });

    expect(open.code).toBe(0);
    expect(open.outputs).toMatchObject({ conclusion: 'neutral', generations: '0' });
  });

  test('is not asked where an outage left a cell without its samples', async () => {
    await using world = await actionWorld(
      bundle.action,
      wanting(0.95, {
        faults: (_, { model }) =>
          model === 'simulated-hasty'
            ? { kind: 'http', status: 529, type: 'overloaded_error', headers: { 'retry-after-ms': '1' } }
            : null,
        config: (url) =>
          halvesConfig(url, { rest: { samples: { looks: [5] }, gate: { 'min-portability': 0.95 } } }),
      }),
    );

    const run = await world.run();

    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ conclusion: 'neutral' });
  });
});
