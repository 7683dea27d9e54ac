import { describe, expect, test } from '@jest/globals';
import { githubReview } from '../../adapters/github/github-review.ts';
import { readStamp } from '../../core/report/markdown/run-stamp.ts';
import type { Log } from '../../ports/log.ts';
import { clockOf, progressAt, raceMarker } from '../../testing/runs/comment-race.ts';
import { GithubDouble } from '../../testing/doubles/github-double.ts';
import { LiveComment } from './live-comment.ts';

const [head, newHead] = ['a'.repeat(40), 'b'.repeat(40)] as const;
const list = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
const update = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
const create = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
const bot = 'github-actions[bot]';
describe('the comment of a run', () => {
  test('is there before the first call, follows the run and ends in its verdict', async () => {
    await using github = await aGithub();
    const { live, clock } = aRun(github);

    await live.planned(progressAt(0));
    expect(states(github)).toEqual(['queued']);
    clock.pass(59_000);
    live.progressed(progressAt(1));
    await live.idle();
    expect(states(github)).toEqual(['queued']);
    clock.pass(1000);
    live.progressed(progressAt(2));
    await live.idle();
    expect(states(github)).toEqual(['running']);
    await publish(live);
    expect(states(github)).toEqual(['done']);
    expect(github.comments(7)[0]?.body).toContain('the verdict');
  });

  test('costs at most 20 calls beside listing, with its check run, however long the run and whatever stood there', async () => {
    await using github = await aGithub();
    for (const run of ['1', '2']) {
      github.requests.length = 0;
      const { live, review, clock } = aRun(github, { run });
      await live.planned(progressAt(0));
      for (let minute = 0; minute < 360; minute += 1) {
        clock.pass(60_000);
        live.progressed(progressAt(minute));
        await live.idle();
      }
      await review.checkRun({
        name: 'n',
        headSha: head,
        conclusion: 'success',
        title: 't',
        summary: 's',
        annotations: [],
      });
      await publish(live);

      const calls = github.requests.filter(({ route }) => route !== list);
      expect(calls.length).toBeGreaterThan(10);
      expect(calls.length).toBeLessThanOrEqual(20);
      expect(states(github)).toEqual(['done']);
    }
  });

  test('says that it was superseded once the pull request has a new head, and says no more', async () => {
    await using github = await aGithub();
    const { live, clock, lines } = aRun(github);
    await live.planned(progressAt(0));
    github.push(7, newHead);
    clock.pass(60_000);
    live.progressed(progressAt(1));
    await live.idle();

    expect(states(github)).toEqual(['superseded']);
    expect(github.comments(7)[0]?.body).toContain(newHead);
    const requests = github.requests.length;
    clock.pass(600_000);
    live.progressed(progressAt(2));
    await live.idle();
    expect(github.requests).toHaveLength(requests);
    expect(await publish(live)).toEqual({ kind: 'superseded' });
    expect(states(github)).toEqual(['superseded']);
    expect(lines).toContainEqual(expect.stringContaining('newer commit'));
  });

  test('is not taken from a later run at the same head', async () => {
    await using github = await aGithub();
    const first = aRun(github, { run: '1' });
    const second = aRun(github, { run: '2' });
    await first.live.planned(progressAt(0));
    await second.live.planned(progressAt(0));
    await publish(second.live, 'of the second run');

    expect(await publish(first.live, 'of the first run')).toEqual({ kind: 'superseded' });
    expect(github.comments(7).map(({ body }) => body)).toEqual([
      expect.stringContaining('of the second run'),
    ]);
  });

  test('is taken over by a re-run', async () => {
    await using github = await aGithub();
    await publish(aRun(github, { attempt: '1' }).live, 'of the first attempt');
    await publish(aRun(github, { attempt: '2' }).live, 'of the second attempt');

    expect(github.comments(7).map(({ body }) => body)).toEqual([
      expect.stringContaining('of the second attempt'),
    ]);
  });

  test('says that there is no verdict when the run fails before it has one', async () => {
    await using github = await aGithub();
    {
      await using live = aRun(github).live;
      await live.planned(progressAt(0));
    }

    expect(states(github)).toEqual(['ended']);
  });

  test('is one comment where two runs made one at the same time', async () => {
    await using github = await aGithub();
    const { live } = aRun(github);
    await live.planned(progressAt(0));
    github.addComment(7, { login: bot, body: `${raceMarker}\n\nmade at the same time` });

    await publish(aRun(github, { run: '2' }).live);

    expect(states(github)).toEqual(['done']);
  });

  test.each([
    [create, { kind: 'done-then-cut' }],
    [create, { kind: 'status', status: 502 }],
    ['POST /graphql', { kind: 'status', status: 503 }],
    [list, { kind: 'status', status: 429, headers: { 'retry-after': '0' } }],
  ] as const)('survives a failure of %s', async (on, answer) => {
    await using github = await aGithub();
    github.fail({ on, times: 2, answer });

    expect((await publish(aRun(github, { sleeps: true }).live)).kind).toBe('published');
    expect(states(github)).toEqual(['done']);
  });

  test('that an outage kept from being written is written for its verdict', async () => {
    await using github = await aGithub();
    github.fail({ on: 'GET /user', times: 3, answer: { kind: 'status', status: 503 } });
    const { live, lines } = aRun(github, { sleeps: true });
    await live.planned(progressAt(0));

    expect((await publish(live)).kind).toBe('published');
    expect(lines).toEqual([expect.stringContaining('GitHub answered 503')]);
    expect(states(github)).toEqual(['done']);
  });

  test('that somebody deleted is made again for the verdict', async () => {
    await using github = await aGithub();
    const { live } = aRun(github);
    await live.planned(progressAt(0));
    github.removeComments(7);

    await publish(live);

    expect(states(github)).toEqual(['done']);
  });

  test('is written for its verdict alone where the token may not read pull requests', async () => {
    await using github = await GithubDouble.start();
    const { live } = aRun(github);
    await live.planned(progressAt(0));
    expect(github.comments(7)).toEqual([]);

    await publish(live);

    expect(states(github)).toEqual(['done']);
  });

  test('that may not be written is said, and holds up nothing', async () => {
    await using github = await aGithub();
    github.fail({ on: create, times: 9, answer: { kind: 'status', status: 403 } });
    const { live, lines } = aRun(github);

    await live.planned(progressAt(0));

    expect(lines).toEqual([expect.stringContaining('GitHub answered 403')]);
    expect((await publish(live)).kind).toBe('failed');
    expect(github.requests.filter(({ route }) => route === update)).toEqual([]);
  });
});

async function aGithub(): Promise<GithubDouble> {
  const github = await GithubDouble.start();
  github.push(7, head);
  return github;
}

function aRun(
  github: GithubDouble,
  of: { readonly run?: string; readonly attempt?: string; readonly sleeps?: boolean } = {},
) {
  const standing = clockOf();
  const clock = of.sleeps === true ? { ...standing, sleep: async () => {} } : standing;
  const lines: string[] = [];
  const log: Log = { info: (line) => lines.push(line), warn: (line) => lines.push(line), progress: () => {} };
  const review = githubReview({ token: 'token', repository: 'octo/repo', apiUrl: github.url, clock });
  const { run = '1', attempt = '1' } = of;
  const live = new LiveComment({
    review,
    clock,
    log,
    marker: raceMarker,
    pullRequest: 7,
    head,
    run,
    attempt,
  });
  return { live, review, clock, lines };
}

async function publish(live: LiveComment, text = 'the verdict') {
  const body = `${raceMarker}\n\n${text}\n`;
  return live.end({ body, create: true });
}

function states(github: GithubDouble) {
  return github.comments(7).map(({ body }) => readStamp(body)?.state ?? null);
}
