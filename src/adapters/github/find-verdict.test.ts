import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { GithubDouble } from '../../testing/doubles/github-double.ts';
import { ownApp } from '../../testing/doubles/github-double/routes.ts';
import { githubReview } from './github-review.ts';

const head = 'a'.repeat(40);
const ownHead = 'b'.repeat(40);
const externalId = 'e'.repeat(64);
const sought = { name: 'spec portability', head, externalId, ownHead };
const ours = { name: sought.name, headSha: head, externalId, app: ownApp, conclusion: 'success' };

let github: GithubDouble;
beforeEach(async () => {
  github = await GithubDouble.start();
});
afterEach(async () => github[Symbol.asyncDispose]());

function aReview() {
  const clock = { now: () => 0, random: () => 0, sleep: async () => {} };
  return githubReview({ token: 't', repository: 'octo/repo', apiUrl: github.url, clock });
}

test.each(['success', 'failure'])('%s of our own app is found', async (conclusion) => {
  github.addCheckRun({ ...ours, conclusion });

  expect(await aReview().findVerdict(sought)).toEqual({
    kind: 'found',
    value: { conclusion, title: 'put there', url: expect.stringContaining('/runs/') },
  });
});

test.each<[string, Partial<typeof ours>]>([
  ['neutral', { conclusion: 'neutral' }],
  ['cancelled', { conclusion: 'cancelled' }],
  ['about other texts', { externalId: 'f'.repeat(64) }],
  ['without an id', { externalId: '' }],
  ['under another name', { name: 'spec portability (on demand)' }],
  ['on another commit', { headSha: 'c'.repeat(40) }],
  ['of another app', { app: 99 }],
])('a check run %s is not repeated', async (_, changes) => {
  github.addCheckRun({ ...ours, ...changes });

  expect(await aReview().findVerdict(sought)).toEqual({ kind: 'found', value: null });
});

test('a newer neutral takes the word of an older success away', async () => {
  github.addCheckRun(ours);
  github.addCheckRun({ ...ours, conclusion: 'neutral' });

  expect(await aReview().findVerdict(sought)).toEqual({ kind: 'found', value: null });
});

test.each([
  ['ours', ownApp],
  ['of another app', 99],
])('the check run that was begun to learn who we are (%s) is completed, not made twice', async (_, app) => {
  github.addCheckRun({ ...ours, app });
  const review = aReview();
  await review.findVerdict(sought);

  await review.checkRun({
    name: sought.name,
    headSha: ownHead,
    externalId,
    conclusion: 'failure',
    title: 'title',
    summary: 'summary',
    annotations: [],
  });

  expect(github.checkRuns().filter(({ headSha }) => headSha === ownHead)).toMatchObject([
    { status: 'completed', conclusion: 'failure', externalId },
  ]);
});

test('where there is no candidate nothing is begun', async () => {
  await aReview().findVerdict(sought);

  expect(github.checkRuns()).toEqual([]);
});

describe('a refusal names the permission to add', () => {
  test.each([
    ['GET /repos/{owner}/{repo}/commits/{ref}/check-runs', 'checks: read'],
    ['POST /repos/{owner}/{repo}/check-runs', 'checks: write'],
  ])('%s needs %s', async (on, permission) => {
    github.addCheckRun(ours);
    github.fail({
      on,
      times: 1,
      answer: { kind: 'status', status: 403, message: 'Resource not accessible' },
    });

    expect(await aReview().findVerdict(sought)).toEqual({
      kind: 'failed',
      why: expect.stringContaining(`Add \`${permission}\` to the \`permissions\``),
    });
  });
});

describe('the check run that was begun', () => {
  test('is taken up by the next job of the run, not begun again', async () => {
    github.addCheckRun(ours);
    await aReview().findVerdict(sought);

    const again = await aReview().findVerdict(sought);

    expect(again).toMatchObject({ kind: 'found', value: { conclusion: 'success' } });
    expect(github.checkRuns().filter(({ headSha }) => headSha === ownHead)).toHaveLength(1);
  });

  test('is ended without a verdict where there is none, and can not be repeated', async () => {
    github.addCheckRun(ours);
    const review = aReview();
    await review.findVerdict(sought);

    await review.abandonCheckRun();

    expect(github.checkRuns().filter(({ headSha }) => headSha === ownHead)).toMatchObject([
      { status: 'completed', conclusion: 'cancelled', externalId: '', title: 'No verdict' },
    ]);
  });

  test('keeps the verdict that it got', async () => {
    github.addCheckRun(ours);
    const review = aReview();
    await review.findVerdict(sought);
    const said = { conclusion: 'success', title: 'title', summary: 'summary', annotations: [] } as const;
    await review.checkRun({ name: sought.name, headSha: ownHead, externalId, ...said });

    await review.abandonCheckRun();

    expect(github.checkRuns().filter(({ headSha }) => headSha === ownHead)).toMatchObject([
      { status: 'completed', conclusion: 'success', title: 'title' },
    ]);
  });
});

test('nothing is ended where nothing was begun', async () => {
  await aReview().abandonCheckRun();

  expect(github.requests).toEqual([]);
});
