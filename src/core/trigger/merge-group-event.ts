import * as z from 'zod';
import { sha, unreadable } from './event-parts.ts';

/** A group of pull requests that a merge queue tests on top of its base. */
export type MergeGroupEvent = {
  readonly kind: 'merge-group';
  readonly baseTip: string;
  readonly head: string;
  /** The last pull request of the group, from the name of the queue's branch; null if it names none. */
  readonly pullRequest: number | null;
};

/** Reads `merge_group`: base and head are in the event, the pull request only in the name of the branch. */
export function readMergeGroup(payload: unknown): MergeGroupEvent {
  const read = mergeGroupPayload.safeParse(payload);
  if (!read.success) throw unreadable('merge_group', 'merge group', read.error);
  const { base_sha, head_sha, head_ref } = read.data.merge_group;
  // The name of the base branch may contain slashes. The sha after the number is not a commit that we may trust.
  const number = /^refs\/heads\/gh-readonly-queue\/.+\/pr-([1-9]\d{0,8})-[0-9a-f]{40}$/.exec(head_ref)?.[1];
  return {
    kind: 'merge-group',
    baseTip: base_sha,
    head: head_sha,
    pullRequest: number === undefined ? null : Number(number),
  };
}

const mergeGroupPayload = z.object({
  merge_group: z.object({ base_sha: sha, head_sha: sha, head_ref: z.string().max(1000) }),
});
