import { readFile } from 'node:fs/promises';

/** GitHub's own examples of `pull_request` payloads, changed as their names say. */
export type PullRequestFixture =
  | 'pull-request-opened'
  | 'pull-request-from-fork-changed'
  | 'pull-request-dependabot-changed';

/** The number of the pull request in every fixture. */
export const pullRequestNumber = 2;

/** A real `pull_request` event about two commits of a temporary repository. */
export async function pullRequestEvent(
  fixture: PullRequestFixture,
  shas: { readonly base: string; readonly head: string },
): Promise<{ readonly name: 'pull_request'; readonly payload: unknown }> {
  const url = new URL(`../../../fixtures/events/${fixture}.json`, import.meta.url);
  const payload: {
    readonly pull_request: { readonly base: { sha: string }; readonly head: { sha: string } };
  } = JSON.parse(await readFile(url, 'utf8'));
  payload.pull_request.base.sha = shas.base;
  payload.pull_request.head.sha = shas.head;
  return { name: 'pull_request', payload };
}
