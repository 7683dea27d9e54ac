import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actionWorld, type ActionSituation, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { eventOf } from '../src/testing/builders/event-of.ts';
import { bothModels, halves, halvesConfig } from '../src/testing/builders/halves.ts';

let temporary = '';
beforeAll(async () => {
  temporary = await realpath(await mkdtemp(join(tmpdir(), 'on-demand-')));
  // As root the sandbox runs as the user nobody, who must be able to enter this folder.
  await chmod(temporary, 0o755);
});
afterAll(async () => {
  await rm(temporary, { recursive: true, force: true });
});

const reworded: ActionSituation['head'] = async (repository) =>
  repository.write({ 'SPEC.md': halves.reworded });

/** A pull request event about the world's commits. */
async function pullRequest({ base, head }: ActionWorld, fixture: string) {
  return eventOf('pull_request', fixture, {
    pull_request: { base: { sha: base }, head: { sha: head } },
  });
}

describe('a draft', () => {
  const workflow = (types: string) => `on:\n  pull_request:\n    types: [${types}]\n`;
  const ref = 'Codertocat/Hello-World/.github/workflows/check.yml@refs/pull/2/merge';

  test('is skipped, said, and ends green; made ready for review it is checked', async () => {
    await using world = await actionWorld(bundle.action, {
      files: { 'README.md': 'nothing of ours\n' },
      base: { 'SPEC.md': halves.spec, '.github/workflows/check.yml': workflow('opened, ready_for_review') },
      head: reworded,
    });

    const draft = await world.run({
      event: await pullRequest(world, 'pull-request-draft'),
      env: { GITHUB_WORKFLOW_REF: ref },
    });
    const ready = await world.run({
      event: await pullRequest(world, 'pull-request-ready-for-review'),
      inputs: { 'dry-run': 'true' },
    });

    expect(draft.code).toBe(0);
    expect(draft.log).toContain('the pull request is a draft');
    expect(draft.jobSummary).toContain('the pull request is a draft');
    expect(draft.outputs).toMatchObject({ conclusion: 'neutral', 'has-work': 'false' });
    expect(ready.outputs).toMatchObject({ 'has-work': 'true' });
    expect(world.models.requests).toEqual([]);
  });

  test('is checked at once in a workflow that would not run again when it is made ready', async () => {
    await using world = await actionWorld(bundle.action, {
      base: { '.github/workflows/check.yml': workflow('opened, synchronize') },
      head: reworded,
    });

    const run = await world.run({
      event: await pullRequest(world, 'pull-request-draft'),
      env: { GITHUB_WORKFLOW_REF: ref },
      inputs: { 'dry-run': 'true' },
    });

    expect(run.log).toContain('does not run on `ready_for_review`');
    expect(run.jobSummary).toContain('Plan: 2 questions');
  });
});

describe('the label', () => {
  const label = 'pull-request-labeled-portability-changed';

  test('of somebody who may not write asks no model', async () => {
    await using world = await actionWorld(bundle.action);
    world.github.permit('Codertocat', 'read');

    const run = await world.run({ event: await pullRequest(world, label) });

    expect(run.code).toBe(2);
    expect(run.log).toMatch(
      /::error::ACTOR_NOT_PERMITTED: Codertocat asked for a check by a label, but may not/,
    );
    expect(world.models.requests).toEqual([]);
    expect(world.github.comments(2)).toEqual([]);
  });

  test('of somebody whose permission cannot be read asks no model either', async () => {
    await using world = await actionWorld(bundle.action);
    const on = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
    world.github.fail({ on, times: 1, answer: { kind: 'status', status: 403, message: 'Forbidden' } });

    const run = await world.run({ event: await pullRequest(world, label) });

    expect(run.code).toBe(2);
    expect(run.log).toMatch(
      /ACTOR_NOT_PERMITTED: .*GitHub did not tell whether .* may write .*Add `contents: read`/,
    );
    expect(world.models.requests).toEqual([]);
  });

  test('of somebody who may write starts the check; another label changes no verdict', async () => {
    await using world = await actionWorld(bundle.action, {
      config: (url) => halvesConfig(url, { models: bothModels(url).slice(1) }),
    });

    const checked = await world.run({ event: await pullRequest(world, label) });
    const asked = world.models.requests.length;
    const other = await world.run({ event: await pullRequest(world, 'pull-request-labeled') });

    expect([checked.code, asked > 0]).toEqual([1, true]);
    // A green job on the same commit would hide the red one.
    expect(other.code).toBe(1);
    expect(other.log).toContain('earlier check of this commit failed');
    expect(world.models.requests).toHaveLength(asked);
  });
});

describe('a comment', () => {
  const id = 492700400;
  const sandboxed = (sandbox = 'auto'): Promise<ActionWorld> =>
    actionWorld(bundle.action, { config: (url) => halvesConfig(url, { rest: { sandbox } }) });

  async function say(world: ActionWorld, body: string, at = '2026-11-22T10:00:00Z') {
    const comment = { body, created_at: at };
    return world.run({
      event: await eventOf('issue_comment', 'issue-comment-command-changed', {
        issue: { number: 2 },
        comment,
      }),
      env: { RUNNER_TEMP: temporary },
    });
  }

  const reactions = ({ github }: ActionWorld) => github.reactions().map(({ content }) => content);

  test('of somebody who may write starts the check, less than all of it if it says so', async () => {
    await using world = await sandboxed();
    const { base, head } = world;
    world.github.addPullRequest({ number: 2, base, head });

    const run = await say(world, '/portability models=hasty samples=3');

    expect(run.code).toBe(1);
    expect(world.github.reactions()[0]).toEqual({ comment: id, content: 'eyes' });
    expect(reactions(world)).toEqual(['eyes', 'rocket']);
    expect(await world.result()).toMatchObject({
      trigger: { kind: 'pull-request', number: 2, head },
      models: [{ id: 'hasty' }],
      settings: { looks: [3], sandbox: 'bubblewrap' },
    });
    // A check of less than everything does not replace the whole check.
    expect(world.github.checkRuns()).toMatchObject([{ name: 'spec portability (on demand)', headSha: head }]);
  });

  test('of a stranger, under a fork that moved on, or that is not understood asks no model', async () => {
    await using world = await sandboxed();
    const { base, head } = world;
    world.github.addPullRequest({
      number: 2,
      base,
      head,
      fromFork: true,
      pushedAt: '2026-11-22T10:00:05Z',
    });

    const misread = await say(world, '/portability models=gpt-@team');
    const answered = world.github.comments(2);
    const moved = await say(world, '/portability');
    world.github.permit('Codertocat', 'none');
    const stranger = await say(world, '/portability');

    expect([misread.code, moved.code, stranger.code]).toEqual([2, 2, 2]);
    expect(moved.log).toContain('PULL_REQUEST_UNREADABLE');
    expect(stranger.log).toContain('ACTOR_NOT_PERMITTED');
    expect(answered).toHaveLength(0);
    expect(reactions(world)).toEqual(['eyes', 'confused', 'eyes', 'confused', 'confused']);
    expect(world.models.requests).toEqual([]);
  });

  test('that is not understood gets one line back', async () => {
    await using world = await sandboxed();
    const { base, head } = world;
    world.github.addPullRequest({ number: 2, base, head });

    const option = await say(world, '/portability now @team');
    const model = await say(world, '/portability models=opus');

    expect([option.code, model.code]).toEqual([2, 2]);
    expect(world.github.comments(2).map(({ body }) => body)).toEqual([
      expect.stringMatching(/^.*`now` is not an option.*\n$/),
      expect.stringMatching(/^.*there is no model `opus`; configured models: careful, hasty.*\n$/),
    ]);
    expect(world.models.requests).toEqual([]);
  });

  test('runs no generated code without a sandbox', async () => {
    await using world = await sandboxed('none');
    const { base, head } = world;
    world.github.addPullRequest({ number: 2, base, head });

    const run = await say(world, '/portability');

    expect(run.outputs).toMatchObject({ conclusion: 'neutral', generations: '0' });
    expect(run.jobSummary).toContain('without a sandbox');
    expect(world.models.requests).toEqual([]);
  });

  test('that is talk is left alone', async () => {
    await using world = await sandboxed();

    const run = await say(world, 'what does /portability do?');

    expect(run.code).toBe(0);
    expect(world.github.requests).toEqual([]);
  });
});
