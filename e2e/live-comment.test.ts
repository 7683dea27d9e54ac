import { describe, expect, test } from '@jest/globals';
import { readStamp } from '../src/core/report/markdown/run-stamp.ts';
import { actionWorld, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { until } from '../src/testing/until.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, halvesConfig } from '../src/testing/builders/halves.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';

const oneModel = (url: string): string => halvesConfig(url, { models: bothModels(url).slice(1) });

describe('the comment of a pull request', () => {
  test('says first that a run is queued, and ends in its verdict', async () => {
    await using world = await actionWorld(bundle.action, { config: oneModel });

    const run = await world.run({ env: { GITHUB_RUN_ID: '41', GITHUB_RUN_ATTEMPT: '2' } });

    expect(run.code).toBe(1);
    const created = world.github.requests.find(
      ({ route }) => route === 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    );
    expect(JSON.stringify(created?.body)).toContain('queued');
    const [comment] = world.github.comments(pullRequestNumber);
    expect(readStamp(comment?.body ?? '')).toMatchObject({
      head: world.head,
      run: 41,
      attempt: 2,
      state: 'done',
    });
    expect(comment?.body).toContain('rounds half up');
    const listing = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
    expect(world.github.requests.filter(({ route }) => route !== listing).length).toBeLessThanOrEqual(20);
  });

  test('is superseded by a push while the run goes on, whose verdict is in the log and changes no exit code', async () => {
    const newer = 'd'.repeat(40);
    let tellPushed = (): void => {};
    const pushed = new Promise<void>((resolve) => (tellPushed = resolve));
    await using world = await actionWorld(bundle.action, {
      config: oneModel,
      faults: () => ({ kind: 'slow', everyMs: 1, until: pushed }),
    });

    const running = world.run();
    await until(() => statesOf(world).length > 0);
    world.github.push(pullRequestNumber, newer);
    tellPushed();
    const run = await running;

    expect(run.code).toBe(1);
    expect(statesOf(world)).toEqual(['superseded']);
    expect(world.github.comments(pullRequestNumber)[0]?.body).toContain(newer);
    expect(run.log).toContain('newer commit');
  });

  test('tells at which head a run was killed', async () => {
    await using world = await actionWorld(bundle.action, {
      faults: () => ({ kind: 'stall', at: 'before-headers' }),
    });
    let kill = (): void => {};
    const running = world.run({ onStarted: (end) => (kill = end) });
    await until(() => world.models.requests.length > 0 && statesOf(world).length > 0);
    kill();
    expect((await running).signal).toBe('SIGKILL');

    expect(statesOf(world)).toEqual(['queued']);
    expect(world.github.comments(pullRequestNumber)[0]?.body).toContain(`\`${world.head}\``);
  });

  test('that cannot be written changes no exit code', async () => {
    await using world = await actionWorld(bundle.action, { config: oneModel });
    const routes = ['GET /repos/{owner}/{repo}/issues/{issue_number}/comments', 'POST /graphql'];
    for (const on of routes) world.github.fail({ on, times: 99, answer: { kind: 'status', status: 403 } });

    const run = await world.run();

    expect(run.code).toBe(1);
    expect(statesOf(world)).toEqual([]);
    expect(run.log).toContain('rounds half up');
  });
});

function statesOf(world: ActionWorld) {
  return world.github.comments(pullRequestNumber).map(({ body }) => readStamp(body)?.state ?? null);
}
