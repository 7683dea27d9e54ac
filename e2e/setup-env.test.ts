import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actionWorld, type ActionWorld, type RunOptions } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, halvesConfig } from '../src/testing/builders/halves.ts';
import { eventOf } from '../src/testing/builders/event-of.ts';
import { queueMerge } from '../src/testing/runs/queue-merge.ts';

let temporary = '';
beforeAll(async () => {
  temporary = await realpath(await mkdtemp(join(tmpdir(), 'setup-env-')));
  // As root the sandbox runs as the user nobody, who must be able to enter this folder.
  await chmod(temporary, 0o755);
});
afterAll(async () => {
  await rm(temporary, { recursive: true, force: true });
});

/** A repository whose setup fails as soon as it sees the variable that the base names under `setup-env`. */
const watchful = (): Promise<ActionWorld> =>
  actionWorld(bundle.action, {
    config: (url) =>
      halvesConfig(url, {
        models: bothModels(url).slice(0, 1),
        spec: { setup: 'test -z "$REGISTRY_TOKEN"', 'setup-env': ['REGISTRY_TOKEN'] },
        rest: { sandbox: 'auto' },
      }),
  });

type Situation = {
  readonly event: string;
  readonly options: (world: ActionWorld, fromFork: boolean) => Promise<RunOptions>;
};

const situations: readonly Situation[] = [
  {
    event: 'a merge group',
    options: async (world, fromFork) => {
      const { event } = await queueMerge(world, { 'CHANGELOG.md': 'merged\n' }, { fromFork });
      return { event };
    },
  },
  {
    event: 'a dispatch',
    options: async ({ base, head, repository }, fromFork) => {
      if (!fromFork) await repository.git('update-ref', 'refs/remotes/origin/topic', head);
      return {
        event: { name: 'workflow_dispatch', payload: { inputs: {} } },
        inputs: { base, head },
        // A dispatch runs on a branch of the repository.
        env: { GITHUB_SHA: base },
      };
    },
  },
  {
    event: 'a comment',
    options: async ({ base, head, github }, fromFork) => {
      github.addPullRequest({ number: 2, base, head, fromFork, pushedAt: '2026-11-22T09:00:00Z' });
      const comment = { body: '/portability', created_at: '2026-11-22T10:00:00Z' };
      const issue = { number: 2 };
      return { event: await eventOf('issue_comment', 'issue-comment-command-changed', { issue, comment }) };
    },
  },
];

describe.each(situations)('the setup in $event', ({ options }) => {
  test.each([
    { whose: 'a fork', fromFork: true, code: 0 },
    { whose: 'the repository', fromFork: false, code: 2 },
  ])('sees what `setup-env` names only on a branch of the repository: $whose', async ({ fromFork, code }) => {
    await using world = await watchful();
    const asked = await options(world, fromFork);

    const run = await world.run({
      ...asked,
      env: { ...asked.env, REGISTRY_TOKEN: 'registry-token-e2e', RUNNER_TEMP: temporary },
    });

    expect(run.code).toBe(code);
    expect(run.log.includes('SETUP_FAILED')).toBe(!fromFork);
  });
});
