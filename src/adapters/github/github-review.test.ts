import { describe, expect, test } from '@jest/globals';
import type { Clock } from '../../ports/clock.ts';
import type { CheckRun } from '../../core/report/markdown/check-run.ts';
import { GithubDouble } from '../../testing/doubles/github-double.ts';
import { githubReview } from './github-review.ts';

const marker = '<!-- spec-portability:v1:key -->';
const bot = 'github-actions[bot]';
const create = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
const list = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
const update = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
const createCheck = 'POST /repos/{owner}/{repo}/check-runs';

describe('our comment', () => {
  test('is created once and updated from then on', async () => {
    await using github = await GithubDouble.start();

    const first = await aReview(github).review.comment(aComment({ body: `${marker}\n\none` }));
    const second = await aReview(github).review.comment(aComment({ body: `${marker}\n\ntwo` }));

    expect(first.kind).toBe('published');
    expect(second).toEqual(first);
    expect(github.comments(7).map(({ body, login }) => ({ body, login }))).toEqual([
      { body: `${marker}\n\ntwo`, login: bot },
    ]);
  });

  test('is found behind 250 comments of others', async () => {
    await using github = await GithubDouble.start();
    for (let number = 0; number < 250; number += 1)
      github.addComment(7, { login: 'octocat', body: `talk ${number}` });
    github.addComment(7, { login: bot, body: `${marker}\r\n\r\nold` });

    await aReview(github).review.comment(aComment());

    expect(github.comments(7)).toHaveLength(251);
    expect(github.requests.filter(({ route }) => route === list)).toHaveLength(3);
  });

  test('is not what somebody else wrote under our marker', async () => {
    await using github = await GithubDouble.start();
    github.addComment(7, { login: 'mallory', body: `${marker}\n\nall is well` });

    await aReview(github).review.comment(aComment());

    expect(github.comments(7).map(({ login }) => login)).toEqual(['mallory', bot]);
  });

  test('is not one that only quotes our marker further down', async () => {
    await using github = await GithubDouble.start();
    github.addComment(7, { login: bot, body: `> quoted\n${marker}` });

    await aReview(github).review.comment(aComment());

    expect(github.comments(7)).toHaveLength(2);
  });

  test('is not created where only an update is wanted', async () => {
    await using github = await GithubDouble.start();

    expect(await aReview(github).review.comment(aComment({ create: false }))).toEqual({ kind: 'left-alone' });
    expect(github.comments(7)).toHaveLength(0);
  });

  test('is the oldest where a race left several, and the log says so', async () => {
    await using github = await GithubDouble.start();
    github.addComment(7, { login: bot, body: `${marker}\n\na` });
    github.addComment(7, { login: bot, body: `${marker}\n\nb` });
    const { review, warnings } = aReview(github);

    await review.comment(aComment({ body: `${marker}\n\nnew` }));

    expect(github.comments(7).map(({ body }) => body)).toEqual([`${marker}\n\nnew`, `${marker}\n\nb`]);
    expect(warnings).toEqual([expect.stringContaining('2 comments have the marker of this action')]);
  });

  test("is the token's user's own where a user's token is given", async () => {
    await using github = await GithubDouble.start({ login: 'release-robot', kind: 'user' });
    github.addComment(7, { login: bot, body: `${marker}\n\nof another tool` });
    github.addComment(7, { login: 'release-robot', body: `${marker}\n\nours` });

    await aReview(github).review.comment(aComment({ body: `${marker}\n\nnew` }));

    expect(github.comments(7).map(({ body }) => body)).toEqual([
      `${marker}\n\nof another tool`,
      `${marker}\n\nnew`,
    ]);
  });

  test("is the app's own where an app's token is given", async () => {
    await using github = await GithubDouble.start({ login: 'our-app[bot]', kind: 'installation' });
    github.addComment(7, { login: 'our-app[bot]', body: `${marker}\n\nold` });

    await aReview(github).review.comment(aComment());

    expect(github.comments(7)).toHaveLength(1);
  });

  test("is the workflow bot's where nobody can say who we are", async () => {
    await using github = await GithubDouble.start();
    github.fail({ on: 'POST /graphql', times: 1, answer: { kind: 'status', status: 404 } });
    github.addComment(7, { login: bot, body: `${marker}\n\nold` });

    await aReview(github).review.comment(aComment());

    expect(github.comments(7)).toHaveLength(1);
  });

  test('is not posted twice when the answer to its creation was lost', async () => {
    await using github = await GithubDouble.start();
    github.fail({ on: create, times: 1, answer: { kind: 'done-then-cut' } });

    const published = await aReview(github).review.comment(aComment());

    expect(published.kind).toBe('published');
    expect(github.comments(7)).toHaveLength(1);
  });

  test.each([
    ['an outage', { kind: 'status', status: 502 }],
    ['a broken connection', { kind: 'cut' }],
    ['a rate limit', { kind: 'status', status: 429, headers: { 'retry-after': '7' } }],
    [
      'a secondary rate limit',
      { kind: 'status', status: 403, message: 'You have exceeded a secondary rate limit' },
    ],
  ] as const)('survives two answers of %s', async (_, answer) => {
    await using github = await GithubDouble.start();
    github.fail({ on: list, times: 2, answer });

    expect((await aReview(github).review.comment(aComment())).kind).toBe('published');
  });

  test.each([
    ['as long as GitHub asks', '7', 7000],
    ['until the time that GitHub names', new Date(9000).toUTCString(), 9000],
    ['never over a minute', '3600', 60_000],
  ])('waits %s', async (_, retryAfter, waited) => {
    await using github = await GithubDouble.start();
    const answer = { kind: 'status', status: 429, headers: { 'retry-after': retryAfter } } as const;
    github.fail({ on: list, times: 1, answer });
    const { review, waits } = aReview(github);

    await review.comment(aComment());

    expect(waits).toEqual([waited]);
  });

  test('is given up after three tries of an outage', async () => {
    await using github = await GithubDouble.start();
    github.fail({ on: list, times: 99, answer: { kind: 'status', status: 503, message: 'Unicorn' } });

    const published = await aReview(github).review.comment(aComment());

    expect(published).toEqual({ kind: 'failed', why: expect.stringContaining('GitHub answered 503') });
    expect(github.requests.filter(({ route }) => route === list)).toHaveLength(3);
  });

  test.each([
    [403, 'Resource not accessible by integration'],
    [404, 'Not Found'],
  ])('that may not be written (%i) is a value, tried once', async (status, message) => {
    await using github = await GithubDouble.start();
    github.fail({ on: create, times: 99, answer: { kind: 'status', status, message } });

    const published = await aReview(github).review.comment(aComment());

    expect(published).toEqual({
      kind: 'failed',
      why: expect.stringContaining(`GitHub answered ${status}: ${message}`),
    });
    expect(github.requests.filter(({ route }) => route === create)).toHaveLength(1);
  });

  test('that GitHub finds too long is posted without its folds', async () => {
    await using github = await GithubDouble.start();
    const body = `${marker}\n\nverdict\n\n<details>\n<summary>Tests</summary>\n\n${'x'.repeat(66_000)}\n\n</details>\n`;

    const published = await aReview(github).review.comment(aComment({ body }));

    expect(published.kind).toBe('published');
    expect(github.comments(7)[0]?.body).toBe(`${marker}\n\nverdict\n`);
  });

  test('that is too long even so is a failure with its reason', async () => {
    await using github = await GithubDouble.start();

    const published = await aReview(github).review.comment(
      aComment({ body: `${marker}\n${'x'.repeat(66_000)}` }),
    );

    expect(published).toEqual({ kind: 'failed', why: expect.stringContaining('too long') });
  });

  test('that GitHub refuses at PATCH is a value', async () => {
    await using github = await GithubDouble.start();
    github.addComment(7, { login: bot, body: marker });
    github.fail({ on: update, times: 1, answer: { kind: 'status', status: 403 } });

    expect((await aReview(github).review.comment(aComment())).kind).toBe('failed');
  });
});

describe('the check run', () => {
  test('is created complete, with its annotations in batches of fifty', async () => {
    await using github = await GithubDouble.start();

    const published = await aReview(github).review.checkRun(aCheck(120));

    expect(published.kind).toBe('published');
    const [check] = github.checkRuns();
    expect(check).toMatchObject({
      name: 'spec portability',
      status: 'completed',
      conclusion: 'failure',
      title: 'title',
      summary: 'summary',
    });
    expect(check?.annotations.map((annotation) => annotation['start_line'])).toEqual(
      Array.from({ length: 120 }, (_, index) => index + 1),
    );
  });

  test('that a read-only token may not write is a value', async () => {
    await using github = await GithubDouble.start();
    github.fail({
      on: createCheck,
      times: 1,
      answer: { kind: 'status', status: 403, message: 'Resource not accessible by integration' },
    });

    expect(await aReview(github).review.checkRun(aCheck(1))).toEqual({
      kind: 'failed',
      why: expect.stringContaining('GitHub answered 403'),
    });
  });

  test("with a summary over GitHub's limit is refused by GitHub's own description", async () => {
    await using github = await GithubDouble.start();

    const published = await aReview(github).review.checkRun({ ...aCheck(0), summary: 'x'.repeat(65_536) });

    expect(published).toEqual({
      kind: 'failed',
      why: expect.stringContaining('must NOT have more than 65535 characters'),
    });
  });
});

function aReview(github: GithubDouble) {
  const warnings: string[] = [];
  const waits: number[] = [];
  const clock: Clock = {
    now: () => 0,
    random: () => 0,
    sleep: async (ms) => {
      waits.push(ms);
    },
  };
  const review = githubReview({
    token: 'token',
    repository: 'octo/repo',
    apiUrl: github.url,
    clock,
    warn: (line) => warnings.push(line),
  });
  return { review, warnings, waits };
}

function aComment(overrides: { readonly body?: string; readonly create?: boolean } = {}) {
  return { pullRequest: 7, marker, body: `${marker}\n\ntext`, create: true, ...overrides };
}

function aCheck(annotations: number): CheckRun {
  return {
    name: 'spec portability',
    headSha: 'c'.repeat(40),
    conclusion: 'failure',
    title: 'title',
    summary: 'summary',
    annotations: Array.from({ length: annotations }, (_, index) => ({
      path: 'SPEC.md',
      startLine: index + 1,
      endLine: index + 1,
      level: 'failure',
      title: 'Regressed',
      message: 'These changed words',
    })),
  };
}
