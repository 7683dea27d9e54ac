import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { GithubDouble } from '../../testing/doubles/github-double.ts';
import type { DriftIssue } from '../../ports/drift-issue.ts';
import { githubDriftIssue } from './drift-issue.ts';

let github: GithubDouble;
let issue: DriftIssue;
beforeEach(async () => {
  github = await GithubDouble.start();
  const clock = { now: () => 0, random: () => 0, sleep: async () => {} };
  issue = githubDriftIssue({ token: 't', repository: 'octo/repo', apiUrl: github.url, clock });
});
afterEach(async () => github[Symbol.asyncDispose]());

const marker = '<!-- spec-portability:v1:audit%2Fk -->';
const told = (state: 'open' | 'closed', what = 'a') => ({
  marker,
  state,
  title: `drifted ${what}`,
  body: `${marker}\n<!-- spec-portability:v1:audit-${state}%2F${what} -->\n\nSome words.\n`,
});
const states = () => github.issues().map(({ state, title }) => `${state} ${title}`);

describe('the one issue of an audit', () => {
  test('is opened, brought up to date, closed, and opened again', async () => {
    expect(await issue.put(told('closed'))).toEqual({ kind: 'left-alone' });
    expect(await issue.put(told('open'))).toMatchObject({ kind: 'published' });
    await issue.put(told('open', 'b'));
    expect(states()).toEqual(['open drifted b']);
    await issue.put(told('closed', 'b'));
    expect(states()).toEqual(['closed drifted b']);
    await issue.put(told('open', 'c'));
    expect(states()).toEqual(['open drifted c']);
  });

  test('that a person closed stays closed while the same drifts, and opens when something else does', async () => {
    await issue.put(told('open'));
    github.closeIssue(github.issues()[0]?.number ?? 0);
    expect(await issue.put(told('open'))).toEqual({ kind: 'left-alone' });
    expect(states()).toEqual(['closed drifted a']);
    await issue.put(told('open', 'b'));
    expect(states()).toEqual(['open drifted b']);
  });

  test('is none of another author’s with our marker, and no pull request', async () => {
    github.addIssue({ login: 'mallory', title: 'mine', body: told('open').body });
    github.addIssue({
      login: 'github-actions[bot]',
      title: 'a pull request',
      body: told('open').body,
      isPullRequest: true,
    });
    await issue.put(told('open'));
    expect(states()).toEqual(['open mine', 'open a pull request', 'open drifted a']);
  });

  test('is found behind two hundred others', async () => {
    await issue.put(told('open'));
    for (let other = 0; other < 200; other += 1) github.addIssue({ login: 'x', title: 'other', body: '' });
    await issue.put(told('open', 'b'));
    expect(states().filter((state) => state !== 'open other')).toEqual(['open drifted b']);
  });

  test('is one even where its creation was never answered', async () => {
    github.fail({ on: 'POST /repos/{owner}/{repo}/issues', times: 1, answer: { kind: 'done-then-cut' } });
    expect(await issue.put(told('open'))).toMatchObject({ kind: 'published' });
    expect(states()).toEqual(['open drifted a']);
  });

  test('that may not be written is a failure that names the permission', async () => {
    const answer = {
      kind: 'status',
      status: 403,
      message: 'Resource not accessible by integration',
    } as const;
    github.fail({ on: 'POST /repos/{owner}/{repo}/issues', times: 9, answer });
    expect(await issue.put(told('open'))).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('`issues: write`'),
    });
  });
});
