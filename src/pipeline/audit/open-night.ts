import { readHistory } from '../../core/audit/history-lines.ts';
import type { History } from '../../ports/history.ts';
import type { AskLifecycle } from '../../ports/lifecycle.ts';
import type { Measure, PlanOnly } from '../check/check-request.ts';
import type { Ports } from '../engine/engine.ts';
import type { RunRequest } from '../engine/run-request.ts';
import type { AuditRequest } from './audit.ts';

/** What a night needs to know before it looks at any spec: its day, the anchor's commit and the nights before it. */
export async function openNight(
  ports: Ports,
  request: RunRequest & { readonly mode: Measure | PlanOnly },
  of: {
    /** UTC day, YYYY-MM-DD. */
    readonly night: string;
    /** The branch to which nights are appended; null if there is none. */
    readonly history: History | null;
    readonly lifecycleOf: AskLifecycle;
  },
): Promise<AuditRequest> {
  const { settings, notes } = request;
  const named = settings.audit?.anchor;
  const anchor = named === undefined ? null : await ports.repository.resolve(named);
  const { entries: history, skipped } = readHistory((await of.history?.read())?.text ?? '');
  const skippedNote =
    skipped === 0 ? [] : [`${skipped} lines of the history branch are none of ours and were skipped.`];
  return {
    ...request,
    notes: [...notes, ...skippedNote],
    night: of.night,
    anchor,
    history,
    lifecycleOf: of.lifecycleOf,
  };
}
