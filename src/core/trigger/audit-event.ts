import * as z from 'zod';
import { sha, unreadable, unsupported, type NothingEvent, type WorkflowEvent } from './event-parts.ts';

/** Every spec of one commit is to be examined: there is no base to compare with. */
export type AuditEvent = { readonly kind: 'audit'; readonly head: string };

/** Reads `push`: the commit that was pushed. The deletion of a branch asks for nothing. */
export function readPush(payload: unknown): AuditEvent | NothingEvent {
  const read = pushPayload.safeParse(payload);
  if (!read.success) throw unreadable('push', 'commit', read.error);
  const { after, deleted } = read.data;
  if (deleted === true || /^0{40}$/.test(after))
    return { kind: 'nothing', why: 'the branch was deleted', head: null };
  return { kind: 'audit', head: after };
}

/** Reads an event about the commit on which the workflow runs: `schedule`, and `workflow_dispatch` without a base. */
export function readRunningCommit({ name, sha: running }: Pick<WorkflowEvent, 'name' | 'sha'>): AuditEvent {
  const read = sha.safeParse(running);
  if (!read.success) throw unsupported(`event \`${name}\` has no commit (GITHUB_SHA).`);
  return { kind: 'audit', head: read.data };
}

const pushPayload = z.object({ after: sha, deleted: z.boolean().nullish() });
