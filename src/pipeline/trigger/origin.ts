import type { AuditEvent } from '../../core/trigger/audit-event.ts';
import type { Origin } from '../../core/records/record.ts';
import type { ComparedEvent } from './admit.ts';

/** A run on somebody's own machine: its records are used by other runs on that machine and by nobody else. */
export const localOrigin: Omit<Origin, 'at'> = { event: 'local', ref: null, run: null, pullRequest: null };

/**
 * The origin of a workflow run: stamped on every record that it writes, and used to decide which records it may
 * trust.
 */
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
      // The commits of a merge queue belong to a pull request and are not yet on the default branch.
      return { event: 'manual', ref, run, pullRequest: null };
    case 'audit':
    case 'manual': {
      // GitHub runs schedules only on the default branch, and their payload does not name it.
      const isScheduled = runner.eventName === 'schedule';
      const isDefault =
        isScheduled || (runner.defaultBranch !== null && ref === `refs/heads/${runner.defaultBranch}`);
      return { event: isDefault ? 'default-branch' : 'manual', ref, run, pullRequest: null };
    }
  }
}
