import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actionWorld, reword, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, careful, halves, halvesConfig, hasty, reader } from '../src/testing/builders/halves.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';

const file = '.github/spec-portability.yml';
const twoModels = [careful, reader('simulated-newcomer', () => true)];

describe('whose configuration counts', () => {
  let asked: ActionWorld;
  beforeAll(async () => {
    asked = await actionWorld(bundle.action, {
      head: async (repository, url) => {
        await reword(repository);
        const rest = { gate: { 'fail-on': 'never' }, samples: { looks: [1] } };
        await repository.write({ [file]: halvesConfig(url, { spec: { test: 'true' }, rest }) });
      },
    });
  });
  afterAll(async () => asked[Symbol.asyncDispose]());

  test('the plan alone is printed with `dry-run`', async () => {
    const run = await asked.run({ inputs: { 'dry-run': 'true' }, keys: false });

    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ conclusion: 'neutral', generations: '0' });
    expect(run.jobSummary).toContain('Plan: 2 questions,');
    expect(asked.models.requests).toEqual([]);
  });

  test('a head that replaces the test command, the looks and the gate changes nothing of its own check', async () => {
    const run = await asked.run();

    expect(run.code).toBe(1);
    expect(run.outputs).toMatchObject({ conclusion: 'failure', regressions: '1' });
    expect(await asked.result()).toMatchObject({ settings: { looks: [3, 5], failOn: 'regressed' } });
  });

  // These find every answer on record.
  test('inputs go before the file', async () => {
    const run = await asked.run({ inputs: { 'fail-on': 'never', 'max-generations': '40' } });

    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ regressions: '1' });
  });

  test('the tip of the base branch counts, also where the branch was cut before it', async () => {
    const world = asked;
    // The base gets new commits after the branch was created.
    await world.repository.git('checkout', '--quiet', '-b', 'later', world.base);
    const rest = { gate: { 'fail-on': 'never' } };
    await world.repository.write({ [file]: halvesConfig(world.models.url, { rest }) });
    // Records of the runs before must stay uncommitted.
    await world.repository.git('add', file);
    await world.repository.git('commit', '--quiet', '--message', 'the gate is opened');
    const tip = await world.repository.git('rev-parse', 'HEAD');
    const { event } = await world.request();
    const payload = JSON.parse(JSON.stringify(event.payload).replaceAll(world.base, tip));

    const run = await world.run({ event: { ...event, payload } });

    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ regressions: '1' });
    expect(await world.result()).toMatchObject({ trigger: { base: world.base, head: world.head } });
  });

  test('where only the head has a config file the plan is printed, and no model is asked', async () => {
    await using world = await actionWorld(bundle.action, {
      config: () => null,
      head: async (repository, url) => {
        await reword(repository);
        await repository.write({ [file]: halvesConfig(url) });
      },
    });

    const run = await world.run();

    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ conclusion: 'neutral', generations: '0' });
    expect(world.models.requests).toEqual([]);
    const [comment] = world.github.comments(pullRequestNumber);
    expect(comment?.body).toContain('Plan: 2 questions,');
  });

  test('a fork’s config file is never read', async () => {
    await using world = await actionWorld(bundle.action, {
      config: () => null,
      head: async (repository) => {
        await reword(repository);
        await repository.write({ [file]: 'no: [yaml' });
      },
    });

    const run = await world.run({ fixture: 'pull-request-from-fork-changed', keys: false });

    expect(run.code).toBe(2);
    expect(run.log).toContain('CONFIG_NOT_FOUND');
    expect(run.log).not.toContain('CONFIG_MALFORMED');
  });
});

describe('the head’s list of models', () => {
  const newcomer = (url: string) => ({ ...bothModels(url)[1], id: 'newcomer', model: 'simulated-newcomer' });

  test('is asked where the base trusts its keys and addresses, so that a switch is seen before it is merged', async () => {
    await using world = await actionWorld(bundle.action, {
      models: [...twoModels, hasty],
      head: async (repository, url) => {
        await reword(repository);
        const models = [bothModels(url)[0], newcomer(url)];
        await repository.write({ [file]: halvesConfig(url, { models }) });
      },
    });

    const run = await world.run();

    // A pull request cannot remove the models of the base.
    expect(run.code).toBe(1);
    const verdicts: readonly {
      readonly model: string;
      readonly insteadOf?: string;
      readonly verdict: string;
    }[] = JSON.parse(run.outputs['verdicts'] ?? '');
    expect(verdicts.map(({ model, insteadOf, verdict }) => [model, insteadOf, verdict])).toEqual([
      ['careful', undefined, 'held'],
      ['hasty', undefined, 'regressed'],
      ['newcomer', undefined, 'held'],
      ['newcomer', 'hasty', 'improved'],
    ]);
    expect(run.jobSummary).toContain('Model hasty is taken out of the config here');
  });

  test('sends no key to an address of its own choosing', async () => {
    await using world = await actionWorld(bundle.action, {
      models: [...twoModels, hasty],
      head: async (repository, url) => {
        const elsewhere = { ...newcomer(url), 'base-url': url.replace('127.0.0.1', 'localhost') };
        await repository.write({
          'SPEC.md': halves.reworded,
          [file]: halvesConfig(url, { models: [bothModels(url)[0], elsewhere] }),
        });
      },
    });

    const run = await world.run();

    expect(world.models.callsOf('simulated-newcomer')).toBe(0);
    expect(run.outputs['verdicts']).not.toContain('newcomer');
    expect(run.jobSummary).toContain('Model newcomer was left out');
  });

  test('of a fork is not read', async () => {
    await using world = await actionWorld(bundle.action, {
      models: [...twoModels, hasty],
      head: async (repository, url) => {
        await reword(repository);
        await repository.write({ [file]: halvesConfig(url, { models: [newcomer(url)] }) });
      },
    });

    await world.run({ fixture: 'pull-request-from-fork-changed', keys: false });

    expect(await world.result()).toMatchObject({ models: [{ id: 'careful' }, { id: 'hasty' }] });
  });
});
