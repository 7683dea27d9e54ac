import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ActionWorld } from './action-world.ts';
import { eventOf } from '../builders/event-of.ts';
import { pullRequestNumber } from '../builders/pull-request-event.ts';

/** A pull request as a merge queue merges it: onto a base that has moved on, together with the event. */
export type QueueMerge = {
  readonly merged: string;
  readonly event: { readonly name: string; readonly payload: unknown };
};

/** Merges the pull request as a queue does, into a checkout with nothing left from the pull request's own run. */
export async function queueMerge(
  { repository, base, head, github }: ActionWorld,
  moved: Readonly<Record<string, string>>,
  pullRequest: { readonly fromFork?: boolean } = {},
): Promise<QueueMerge> {
  github.addPullRequest({ number: pullRequestNumber, base, head, ...pullRequest });
  await rm(join(repository.directory, '.spec-portability'), { recursive: true, force: true });
  await repository.git('checkout', '--quiet', '-B', 'main-now', base);
  await repository.write(moved);
  const tip = await repository.commit('the base moves on');
  await repository.git('merge', '--quiet', '--no-ff', '-m', 'the queue merges', head);
  const merged = (await repository.git('rev-parse', 'HEAD')).trim();
  const event = await eventOf('merge_group', 'merge-group', {
    merge_group: {
      base_sha: tip,
      head_sha: merged,
      head_ref: `refs/heads/gh-readonly-queue/main/pr-${pullRequestNumber}-${tip}`,
    },
  });
  return { merged, event };
}
