import { UserError } from '../../errors.ts';
import type { TriggerEvent } from './read-event.ts';

/** What a job may be told to do, by the input `mode`; `auto`: what the event asks for. */
export const jobModes = ['auto', 'check', 'audit', 'plan', 'shard', 'report'] as const;

/** One of them. */
export type JobMode = (typeof jobModes)[number];

/** Whether a job does a part of what another one reports. */
export function isPart(mode: JobMode): boolean {
  return mode === 'plan' || mode === 'shard';
}

/** Applies the input `mode` to the event: only a single commit can be audited, and only two commits can be compared. */
export function modeEvent(mode: JobMode, event: TriggerEvent): TriggerEvent {
  if (mode === 'auto' || event.kind === 'nothing') return event;
  if (mode === 'audit' && event.kind === 'manual') return { kind: 'audit', head: event.head };
  if ((mode === 'audit') === (event.kind === 'audit')) return event;
  const what = mode === 'audit' ? 'names two commits to compare' : 'has no base to compare with';
  throw new UserError(
    'EVENT_UNSUPPORTED',
    `input \`mode\` is \`${mode}\`, but this event ${what}.`,
    'Remove `mode`: then `schedule`, `push` and `workflow_dispatch` without a base run an audit, and other events run a check.',
  );
}
