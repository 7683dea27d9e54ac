import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { GithubDouble } from '../../testing/doubles/github-double.ts';
import { githubForge } from './github-forge.ts';
import { githubReview } from './github-review.ts';

const head = 'a'.repeat(40);
const base = 'b'.repeat(40);

let github: GithubDouble;
beforeEach(async () => {
  github = await GithubDouble.start();
});
afterEach(async () => github[Symbol.asyncDispose]());

const clock = { now: () => 0, random: () => 0, sleep: async () => {} };
const place = () => ({ token: 't', repository: 'octo/repo', apiUrl: github.url, clock });

test.each([
  ['admin', true],
  ['write', true],
  ['read', false],
  ['none', false],
] as const)('somebody with the permission %s may spend: %s', async (permission, value) => {
  github.permit('someone', permission);

  expect(await githubForge(place()).mayWrite('someone')).toEqual({ kind: 'found', value });
});

test('nobody of a name that GitHub does not know may spend', async () => {
  const on = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
  github.fail({ on, times: 1, answer: { kind: 'status', status: 404 } });

  expect(await githubForge(place()).mayWrite('ghost')).toEqual({ kind: 'found', value: false });
});

test('a pull request is read as it stands now', async () => {
  github.addPullRequest({ number: 7, base, head, fromFork: true, pushedAt: '2026-11-22T10:00:00Z' });

  expect(await githubForge(place()).pullRequest(7)).toEqual({
    kind: 'found',
    value: {
      baseTip: base,
      head,
      fromFork: true,
      isOpen: true,
      dependabot: false,
      headPushedAt: '2026-11-22T10:00:00Z',
    },
  });
});

test('the newest check run of a name says whether a commit failed', async () => {
  const check = { name: 'n', headSha: head, app: 99, externalId: '' };
  const hasFailed = async () => githubForge(place()).hasFailed({ name: 'n', head });
  const none = await hasFailed();
  github.addCheckRun({ ...check, conclusion: 'failure' });
  const failed = await hasFailed();
  github.addCheckRun({ ...check, conclusion: 'success' });

  expect([none, failed, await hasFailed()]).toEqual(
    [false, true, false].map((value) => ({ kind: 'found', value })),
  );
});

const asks = {
  comment: () =>
    githubReview(place()).comment({
      pullRequest: 7,
      marker: '<!-- spec-portability:v1:key -->',
      body: '<!-- spec-portability:v1:key -->',
      create: true,
    }),
  check: () =>
    githubReview(place()).checkRun({
      name: 'n',
      headSha: head,
      conclusion: 'success',
      title: '',
      summary: '',
      annotations: [],
    }),
  permission: () => githubForge(place()).mayWrite('x'),
  pull: () => githubForge(place()).pullRequest(7),
  checks: () => githubForge(place()).hasFailed({ name: 'n', head }),
  react: () => githubForge(place()).react(1, 'eyes'),
  reply: () => githubForge(place()).reply(7, 'x'),
} as const;

test.each<[keyof typeof asks, string, string]>([
  ['comment', 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments', 'pull-requests: write'],
  ['check', 'POST /repos/{owner}/{repo}/check-runs', 'checks: write'],
  ['permission', 'GET /repos/{owner}/{repo}/collaborators/{username}/permission', 'contents: read'],
  ['pull', 'GET /repos/{owner}/{repo}/pulls/{pull_number}', 'pull-requests: read'],
  ['checks', 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs', 'checks: read'],
  ['react', 'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions', 'pull-requests: write'],
  ['reply', 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments', 'pull-requests: write'],
])('%s refused with 403 names the permission to add, and with 401 the token', async (ask, on, permission) => {
  const message = 'Resource not accessible by integration';
  github.fail({ on, times: 1, answer: { kind: 'status', status: 403, message } });
  const forbidden = await asks[ask]();
  github.fail({ on, times: 1, answer: { kind: 'status', status: 401, message: 'Bad credentials' } });
  const unknown = await asks[ask]();

  expect(forbidden).toMatchObject({
    kind: 'failed',
    why: expect.stringMatching(
      new RegExp(`^GitHub answered 403: .*Add \`${permission}\` to the \`permissions\``),
    ),
  });
  expect(unknown).toMatchObject({ kind: 'failed', why: expect.stringContaining('`github-token`') });
});

test('without a token nothing is asked', async () => {
  const forge = githubForge({ ...place(), token: '' });

  expect(await forge.mayWrite('x')).toEqual({ kind: 'failed', why: expect.stringContaining('github-token') });
  expect(github.requests).toEqual([]);
});
