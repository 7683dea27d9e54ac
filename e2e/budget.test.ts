import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actionWorld, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, halves, halvesConfig } from '../src/testing/builders/halves.ts';
import { pullRequestEvent, pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';
import { rangeOf, runCli } from '../src/testing/runs/run-cli.ts';
import type { Ended } from '../src/testing/runs/run-node.ts';
import { storedRecords } from '../src/testing/builders/stored-records.ts';

let top: string;
beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'budget-'));
});
afterAll(async () => {
  await rm(top, { recursive: true, force: true });
});

type Budget = Readonly<Record<string, unknown>>;

/** The models cost 1 and 5 USD per million tokens; an answer has about 35 tokens and costs 0.0005 USD. */
async function worldWith(budget: Budget, maxOutputTokens = 1000): Promise<ActionWorld> {
  return actionWorld(bundle.action, {
    latencyMs: 50,
    config: (url) => {
      const models = bothModels(url).map((model) => ({ ...model, 'max-output-tokens': maxOutputTokens }));
      return halvesConfig(url, { models, rest: { budget } });
    },
  });
}

async function check(world: ActionWorld, ...more: readonly string[]): Promise<Ended> {
  return runCli(bundle.cli, { world, argv: ['check', ...rangeOf(world), ...more] });
}

/** What all stored answers of the world cost, by their recorded usage. */
async function recordedUsd({ repository }: ActionWorld): Promise<number> {
  const folder = join(repository.directory, '.spec-portability', 'records');
  const files = await storedRecords(folder, 'generation');
  return files.reduce((sum, { record: { result } }) => {
    if (result.kind !== 'completed') return sum;
    const { inputTokens, outputTokens } = result.completion.usage;
    return sum + (inputTokens + 5 * outputTokens) / 1e6;
  }, 0);
}

/** As soon as a run waits for its `minutes` they are over; all other waiting takes its time. */
const timeIsUp = (): Readonly<Record<string, string>> => {
  const script = `
import timers from 'node:timers/promises';
import { syncBuiltinESMExports } from 'node:module';
const { setTimeout: sleep } = timers;
const { now } = Date;
timers.setTimeout = async (ms, ...rest) => {
  if (ms !== 60_000) return sleep(ms, ...rest);
  Date.now = () => now() + ms;
};
syncBuiltinESMExports();`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
};

describe('caps on generations and on minutes', () => {
  let world: ActionWorld;
  beforeAll(async () => {
    world = await worldWith({ generations: 4, minutes: 1 });
  });
  afterAll(async () => world[Symbol.asyncDispose]());

  test('generations: it stops there, publishes what was drawn, names what was not reached, and a later run goes on', async () => {
    const run = await world.run();

    expect(run.code).toBe(0);
    expect(world.models.requests).toHaveLength(4);
    const budgetSpent = expect.stringContaining('the budget was spent');
    expect(await world.result()).toMatchObject({
      conclusion: 'neutral',
      verdicts: [
        { verdict: 'inconclusive', why: budgetSpent },
        { verdict: 'inconclusive', why: budgetSpent },
      ],
      spent: {
        generations: 4,
        ranOut: ['generations'],
        notReached: expect.arrayContaining([expect.objectContaining({ spec: 'halves', model: 'hasty' })]),
      },
    });
    const [comment] = world.github.comments(pullRequestNumber);
    expect(comment?.body).toMatch(/The budget ran out\*\* \(`budget\.generations`\).*`halves` on `hasty`/);

    const later = await world.run({ inputs: { 'max-generations': '200' } });

    expect(later.code).toBe(1);
    expect(world.models.requests).toHaveLength(20);
  });

  // Goes on from the run that the cap on generations no longer stopped.
  test('minutes that end before the control run of a pass leave it unmeasured, and a later run controls it without a call', async () => {
    const asked = world.models.requests.length;
    // The answers are paid for and on record; what their tests said is not.
    const records = join(world.repository.directory, '.spec-portability', 'records');
    const forgotten = await storedRecords(records, 'test-run');
    await Promise.all(forgotten.map(async ({ path }) => rm(path)));

    const late = await world.run({ env: timeIsUp() });

    expect(late.code).toBe(0);
    const whyUnmeasured = expect.stringContaining('× the budget was spent');
    expect(await world.result()).toMatchObject({
      conclusion: 'neutral',
      verdicts: [
        { model: 'careful', verdict: 'inconclusive', head: { passed: 0, failed: 0 }, why: whyUnmeasured },
        // Failures need no control.
        { model: 'hasty', verdict: 'inconclusive', head: { passed: 0, unmeasured: 0 }, why: whyUnmeasured },
      ],
      spent: { generations: 0, ranOut: ['minutes'] },
    });

    const later = await world.run();

    expect(later.code).toBe(1);
    expect(await world.result()).toMatchObject({
      verdicts: [
        { model: 'careful', verdict: 'held' },
        { model: 'hasty', verdict: 'regressed' },
      ],
    });
    expect(world.models.requests).toHaveLength(asked);
  });
});

describe('a cap in USD', () => {
  /** What twenty answers cost. */
  let costs = 0;

  test('is never exceeded, while several calls are in flight', async () => {
    const usd = 0.004;
    // The reserved cost of a call is close to its real cost, so that only calls that still run keep us below the cap.
    const mostOfOne = 0.0008;
    await using world = await worldWith({ usd }, 50);

    const { code, stdout } = await check(world);

    expect(code).toBe(0);
    const spent = await recordedUsd(world);
    expect(spent).toBeLessThanOrEqual(usd);
    expect(usd - spent).toBeLessThan(mostOfOne);
    expect(stdout).toContain('budget.usd');
    expect(await world.result()).toMatchObject({
      conclusion: 'neutral',
      spent: { usd: expect.closeTo(spent, 9), ranOut: ['usd'] },
    });
  });

  test('that has room for few calls at their most makes them wait, and is no reason to stop', async () => {
    await using world = await worldWith({ usd: 0.03 });

    const { code } = await check(world);

    expect(code).toBe(1);
    costs = await recordedUsd(world);
    expect(costs).toBeLessThanOrEqual(0.03);
    expect(await world.result()).toMatchObject({ spent: { generations: 20, ranOut: [] } });
  });

  test('of the pull request counts what its earlier runs spent', async () => {
    // What the first push costs, as in the test before, and room for one call of the second at its most: 1,000 tokens at 5 USD
    // a million.
    const cap = costs + 0.005 + 1.5 * (costs / 20);
    await using world = await worldWith({ 'usd-per-pr': cap });
    expect((await world.run()).code).toBe(1);
    const firstPush = world.models.requests.length;
    const spentBefore = await recordedUsd(world);
    await world.repository.write({ 'SPEC.md': `${halves.reworded}\nBe brief.\n` });
    await world.repository.git('add', 'SPEC.md');
    await world.repository.git('commit', '--quiet', '--message', 'second push');
    const head = await world.repository.git('rev-parse', 'HEAD');
    const event = await pullRequestEvent('pull-request-opened', { base: world.base, head });

    const second = await world.run({ event });

    expect(second.code).toBe(0);
    expect(firstPush).toBe(20);
    expect(await recordedUsd(world)).toBeLessThanOrEqual(cap);
    expect(await recordedUsd(world)).toBeGreaterThan(spentBefore);
    expect(await world.result()).toMatchObject({
      conclusion: 'neutral',
      spent: { ranOut: ['usd-per-pr'], cachedGenerations: 10 },
    });
  });
});

describe('a model whose price is not known', () => {
  const unpriced = (url: string, budget?: Budget): string => {
    const [, hasty] = bothModels(url);
    const model = { ...hasty, provider: 'openai-compatible', price: undefined, 'api-key-env': 'none' };
    return halvesConfig(url, { models: [model], ...(budget === undefined ? {} : { rest: { budget } }) });
  };
  const unpricedWorld = async (budget?: Budget): Promise<ActionWorld> =>
    actionWorld(bundle.action, { config: (url) => unpriced(url, budget) });

  test('cannot be held to a cap in USD: refused before anything is asked, with the ways out', async () => {
    await using world = await unpricedWorld({ usd: 5 });

    const { code, stderr } = await check(world);

    expect(code).toBe(2);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(
        /^PRICE_UNKNOWN: the price of `hasty` is not known.*`price: \{ input: …, output: … \}`.*`budget\.usd: none`/,
      ),
    ]);
    expect(world.models.requests).toEqual([]);
  });

  test('is asked where the cap is lifted, and its cost is not said to be 0', async () => {
    await using world = await unpricedWorld({ usd: 5 });

    const { code, stdout } = await check(world, '--max-usd', 'none');

    expect(code).toBe(1);
    expect(stdout).toMatch(/Cost n\/a \(price of .*hasty.* unknown\)/);
    expect(await world.result()).toMatchObject({ spent: { usd: null, unpriced: ['hasty'] } });
  });

  test('is asked where nobody wrote a cap, and the report says that none is held', async () => {
    await using world = await unpricedWorld();

    const { code } = await check(world);

    expect(code).toBe(1);
    expect(await world.result()).toMatchObject({
      notes: expect.arrayContaining([expect.stringContaining('No cap in money is held')]),
      spent: { usd: null, unpriced: ['hasty'] },
    });
  });
});
