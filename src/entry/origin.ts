import { z } from 'zod';
import type { TriggerEvent } from '../core/plan/read-event.ts';
import type { Origin } from '../core/plan/record.ts';

/** A run at somebody's desk: its records are good for other runs there and for nobody else. */
export const atDesk: Omit<Origin, 'at'> = { event: 'local', ref: null, run: null, pullRequest: null };

/** Who a workflow run is: stamped on every record it writes, and what decides which records it may rely on. */
export function workflowOrigin(
  event: TriggerEvent,
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

/** Name of the repository's default branch as the event tells it; null where it does not. */
export function defaultBranchOf(payload: unknown): string | null {
  const read = defaultBranchSchema.safeParse(payload);
  return read.success ? read.data.repository.default_branch : null;
}

const defaultBranchSchema = z.object({ repository: z.object({ default_branch: z.string() }) });
