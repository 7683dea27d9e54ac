import { describe, expect, test } from '@jest/globals';
import { actionWorld, type ActionSituation } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, careful, halves, halvesConfig, hasty, reader } from '../src/testing/builders/halves.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';
import { runCli } from '../src/testing/runs/run-cli.ts';

const file = '.github/spec-portability.yml';
// Misreads the text that `careful` and `hasty` read correctly.
const newcomer = reader('simulated-newcomer', () => false);
const [carefully, hastily] = [0, 1] as const;

function modelsOf(url: string) {
  const [one, other] = [bothModels(url)[carefully], bothModels(url)[hastily]];
  return { one, other, taking: { ...one, id: 'newcomer', model: 'simulated-newcomer' } };
}

/** The base asks one model; the head of the pull request asks `newcomer` in its place, and changes no spec. */
const replaced: ActionSituation = {
  models: [careful, hasty, newcomer],
  config: (url) => halvesConfig(url, { models: [modelsOf(url).one] }),
  head: async (repository, url) =>
    repository.write({ [file]: halvesConfig(url, { models: [modelsOf(url).taking] }) }),
};

describe('a pull request that puts another model in the place of one', () => {
  test('is asked whether every spec holds on it, and fails where one does not', async () => {
    await using world = await actionWorld(bundle.action, replaced);

    const run = await world.run();

    expect(run.code).toBe(1);
    expect(await world.result()).toMatchObject({
      changes: [],
      verdicts: [
        {
          spec: 'halves',
          asks: 'model-switch',
          model: 'newcomer',
          insteadOf: 'careful',
          verdict: 'regressed',
          base: { passed: 3, failed: 0 },
          head: { passed: 0, failed: 3 },
          culprit: [],
        },
      ],
      portability: [{ spec: 'halves' }],
    });
    const [comment] = world.github.comments(pullRequestNumber);
    expect(comment?.body).toContain(
      '**`newcomer`** (simulated) fails `halves` (3/3 → 0/3), which `careful` (simulated) passed.',
    );
    expect(comment?.body).toContain('`newcomer` (simulated) instead of `careful`');
    expect(comment?.body).not.toMatch(/This change makes|The new text|The intent did not change/);
    expect(world.github.checkRuns()).toMatchObject([{ conclusion: 'failure', title: '1 regressed' }]);
    expect(JSON.parse(run.outputs['verdicts'] ?? '')).toEqual([
      {
        spec: 'halves',
        model: 'newcomer',
        asks: 'model-switch',
        insteadOf: 'careful',
        verdict: 'regressed',
        base: '3/3',
        head: '0/3',
      },
    ]);
  });

  test('shows the plan where it may not spend', async () => {
    await using world = await actionWorld(bundle.action, replaced);

    const run = await world.run({ inputs: { 'dry-run': 'true' } });

    expect(run.outputs).toMatchObject({ conclusion: 'neutral', 'has-work': 'true' });
    expect(run.jobSummary).toContain('The models changed. ');
    expect(run.jobSummary).toContain('Plan: 1 question');
    expect(world.models.requests).toEqual([]);
  });

  test('and changes a spec with it: both questions are asked, and no sample is paid twice', async () => {
    await using world = await actionWorld(bundle.action, {
      ...replaced,
      head: async (repository, url) =>
        repository.write({
          'SPEC.md': `${halves.spec}\nThat is all.\n`,
          [file]: halvesConfig(url, { models: [modelsOf(url).taking] }),
        }),
    });

    const run = await world.run();

    const verdicts: readonly Readonly<Record<string, string>>[] = JSON.parse(run.outputs['verdicts'] ?? '');
    expect(verdicts.map(({ model, asks, verdict }) => [model, asks ?? 'regression', verdict])).toEqual([
      ['careful', 'regression', 'held'],
      ['newcomer', 'regression', 'base-too-weak'],
      ['newcomer', 'model-switch', 'regressed'],
    ]);
    const prompts = world.models.requests.length;
    expect(prompts).toBe(Number(run.outputs['generations']));
    // Two texts on two models, five samples each.
    expect(prompts).toBe(20);
  });
});

describe('compare', () => {
  test('asks the same at a desk', async () => {
    await using world = await actionWorld(bundle.action, {
      models: [careful, newcomer],
      config: (url) => halvesConfig(url, { models: [modelsOf(url).one, modelsOf(url).taking] }),
    });

    const argv = ['compare', '--from', 'careful', '--to', 'newcomer', '--head', world.base];
    const { code, stdout } = await runCli(bundle.cli, { world, argv });

    expect(code).toBe(1);
    expect(stdout).toContain(
      'newcomer (simulated) fails halves (3/3 → 0/3), which careful (simulated) passed.',
    );
    expect(stdout).toMatch(/halves +newcomer \(simulated\) instead of careful \(simulated\) +3\/3 → 0\/3/);
    expect(stdout).not.toContain('No spec changed');
  });

  test.each([
    [['--from', 'careful', '--to', 'opus'], /there is no model `opus`.*Configured models: careful, hasty/],
    [['--from', 'careful', '--to', 'careful'], /are both careful/],
    [['--from', 'careful'], /option '--to' is missing; compare takes/],
  ])('with %j ends with one line', async (options, line) => {
    await using world = await actionWorld(bundle.action);

    const { code, stderr } = await runCli(bundle.cli, { world, argv: ['compare', ...options] });

    expect(code).toBe(2);
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(line)]);
  });
});
