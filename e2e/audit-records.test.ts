import { describe, expect, test } from '@jest/globals';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { halvesConfig } from '../src/testing/builders/halves.ts';
import { later, Nights } from '../src/testing/builders/nights.ts';
import type { ActionRun } from '../src/testing/runs/run-action.ts';
import { runCli } from '../src/testing/runs/run-cli.ts';

describe('the nightly audit', () => {
  test('fills the base that pull requests of the next day reuse, and remembers its nights without a branch', async () => {
    await using nights = await Nights.start(bundle.action);
    await nights.next({ branch: '' });
    await nights.next({ branch: '' });

    // Each model has five stored base samples, so only the head is asked: ten calls instead of twenty.
    expect(await nights.calls(() => nights.world.run({ env: later(2) }))).toBe(10);

    await nights.next({ branch: '', isBroken: true });
    expect(nights.issues()).toHaveLength(1);
  });

  test('holds an edited text against the pinned anchor on its first night, on the default branch alone', async () => {
    await using world = await actionWorld(bundle.action, {
      config: (url) => halvesConfig(url, { rest: { audit: { anchor: 'v1.0.0' } } }),
    });
    await world.repository.git('tag', 'v1.0.0', world.base);
    const audit = async (ref: string): Promise<ActionRun> =>
      world.run({
        event: { name: 'push', payload: { after: world.head, repository: { default_branch: 'main' } } },
        env: { GITHUB_SHA: world.head, GITHUB_REF: ref },
      });

    const elsewhere = await audit('refs/heads/topic');
    expect(elsewhere.log).toContain('This is not the default branch');
    expect(world.github.issues()).toEqual([]);

    const run = await audit('refs/heads/main');
    expect(run.code).toBe(0);
    expect(world.github.issues()).toMatchObject([
      {
        title: 'Spec portability drifted: 1 spec on 1 model',
        body: expect.stringContaining('`halves` on `hasty`'),
      },
    ]);
    expect(JSON.parse(run.outputs['verdicts'] ?? '')).toMatchObject([
      { model: 'careful', verdict: 'held' },
      { model: 'hasty', verdict: 'regressed' },
    ]);
  });

  test('without keys is a mistake that is named', async () => {
    await using nights = await Nights.start(bundle.action);
    const keyless = await nights.world.run({
      event: { name: 'schedule', payload: {} },
      env: { GITHUB_SHA: nights.world.base },
      keys: false,
    });
    expect({ code: keyless.code, log: keyless.log }).toMatchObject({
      code: 2,
      log: expect.stringContaining('KEY_MISSING'),
    });
  });
});

test('`audit` on the command line does what the night does, and prints it', async () => {
  await using world = await actionWorld(bundle.action);
  const argv = ['audit', '--head', world.base];
  const once = await runCli(bundle.cli, { world, argv });
  const calls = world.models.requests.length;
  const again = await runCli(bundle.cli, { world, argv });

  expect({ code: once.code, again: again.code }).toEqual({ code: 0, again: 0 });
  expect(once.stdout).toContain('No drift is open.');
  expect({ calls, afterwards: world.models.requests.length }).toEqual({ calls: 6, afterwards: 6 });
});
