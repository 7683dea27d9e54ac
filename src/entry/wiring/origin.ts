import { z } from 'zod';
import type { AuditEvent } from '../../core/trigger/audit-event.ts';
import type { Origin } from '../../core/records/record.ts';
import type { ComparedEvent } from '../../pipeline/trigger/admit.ts';

/** A run at somebody's desk: its records are good for other runs there and for nobody else. */
export const localOrigin: Omit<Origin, 'at'> = { event: 'local', ref: null, run: null, pullRequest: null };

/** Who a workflow run is: stamped on every record it writes, and what decides which records it may rely on. */
export function workflowOrigin(
  event: ComparedEvent | AuditEvent,
  runner: {
    readonly ref: string | null;
    readonly run: string | null;
    readonly defaultBranch: string | null;
    /** GITHUB_EVENT_NAME. */
    readonly eventName: string;
  },
): Omit<Origin, 'at'> {
  const { ref, run } = runner;
  switch (event.kind) {
    case 'pull-request':
      return { event: 'pull-request', ref, run, pullRequest: event.number };
    case 'merge-group':
      // A queue's commits are those of a pull request, and are not the default branch's yet.
      return { event: 'manual', ref, run, pullRequest: null };
    case 'audit':
    case 'manual': {
      // GitHub runs schedules on the default branch alone, and their payload does not name it.
      const isScheduled = runner.eventName === 'schedule';
      const isDefault =
        isScheduled || (runner.defaultBranch !== null && ref === `refs/heads/${runner.defaultBranch}`);
      return { event: isDefault ? 'default-branch' : 'manual', ref, run, pullRequest: null };
    }
  }
}

/** Whether a pull request comes from a fork: what it brings never sees what `setup-env` names. */
export function isFromFork(event: ComparedEvent): boolean {
  return event.kind === 'pull-request' && event.fromFork;
}

/** Whether GitHub gives this event no secrets. A comment runs the workflow of the default branch, with them. */
export function hasNoSecrets(event: ComparedEvent): boolean {
  if (event.kind !== 'pull-request' || event.askedBy?.by === 'comment') return false;
  return event.fromFork || event.dependabot;
}

/** Name of the repository's default branch as the event tells it; null where it does not. */
export function defaultBranchOf(payload: unknown): string | null {
  const read = defaultBranchSchema.safeParse(payload);
  return read.success ? read.data.repository.default_branch : null;
}

const defaultBranchSchema = z.object({ repository: z.object({ default_branch: z.string() }) });
