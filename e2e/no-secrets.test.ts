import { describe, expect, test } from '@jest/globals';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';

const nothingKnown = 'no model could be asked. Nothing is known about this change.';

describe('a pull request that gets no secrets ends neutral and loud', () => {
  test.each(['pull-request-from-fork-changed', 'pull-request-dependabot-changed'] as const)(
    '%s: nothing is asked, and the comment says so',
    async (fixture) => {
      await using world = await actionWorld(bundle.action);

      const run = await world.run({ fixture, keys: false });

      expect(run.code).toBe(0);
      expect(run.outputs).toMatchObject({ conclusion: 'neutral', generations: '0', 'has-work': 'true' });
      expect(world.models.requests).toEqual([]);
      expect(world.github.comments(pullRequestNumber)).toMatchObject([
        { body: expect.stringContaining(nothingKnown) },
      ]);
      expect(world.github.checkRuns()).toMatchObject([{ conclusion: 'neutral' }]);
    },
  );

  test.each(['pull-request-from-fork-changed', 'pull-request-dependabot-changed'] as const)(
    '%s: where its token may write nothing, the same text is in the job summary and the log',
    async (fixture) => {
      await using world = await actionWorld(bundle.action);
      for (const on of [
        'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
        'POST /repos/{owner}/{repo}/check-runs',
      ]) {
        const message = 'Resource not accessible by integration';
        world.github.fail({ on, times: 9, answer: { kind: 'status', status: 403, message } });
      }

      const run = await world.run({ fixture, keys: false });

      expect(run.code).toBe(0);
      expect(run.outputs).toMatchObject({ conclusion: 'neutral', 'comment-url': '' });
      expect(run.jobSummary).toContain(nothingKnown);
      expect(run.log).toContain(nothingKnown);
      expect(run.log).toContain('GitHub answered 403');
      expect(world.github.comments(pullRequestNumber)).toEqual([]);
    },
  );

  test('a fork that touches no spec is green', async () => {
    await using world = await actionWorld(bundle.action, {
      head: async (repository) => repository.write({ 'README.md': 'new\n' }),
    });

    const run = await world.run({ fixture: 'pull-request-from-fork-changed', keys: false });

    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ conclusion: 'success', 'has-work': 'false' });
    expect(world.github.comments(pullRequestNumber)).toEqual([]);
  });

  test('a fork whose run has keys after all is not tested without a sandbox', async () => {
    await using world = await actionWorld(bundle.action);

    const run = await world.run({ fixture: 'pull-request-from-fork-changed' });

    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ conclusion: 'neutral', generations: '0' });
    expect(world.models.requests).toEqual([]);
    expect(run.jobSummary).toContain('never run without a sandbox');
  });
});

describe('GitHub being down', () => {
  test('never changes the exit code: the verdicts are in the log and the outputs', async () => {
    await using world = await actionWorld(bundle.action);
    for (const on of ['POST /repos/{owner}/{repo}/check-runs', 'GET /user'])
      world.github.fail({
        on,
        times: 9,
        answer: { kind: 'status', status: 502, headers: { 'retry-after': '0' } },
      });

    const run = await world.run();

    expect(run.code).toBe(1);
    expect(run.outputs).toMatchObject({ conclusion: 'failure', regressions: '1', 'comment-url': '' });
    expect(run.log).toContain('now fails `test/half.test.mjs > rounds half up`');
    // Three attempts to write that the run is going on, and three to write the verdict.
    expect(world.github.requests.filter(({ route }) => route === 'GET /user')).toHaveLength(6);
  });
});
