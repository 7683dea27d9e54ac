import type { PortabilitySummary } from '../../core/report/summary/summary.ts';
import type { CheckRequest } from '../engine/run-request.ts';
import type { Work } from '../specs/find-work.ts';
import { nothingMeasured } from '../../core/verdict/measured.ts';
import { judge } from './judge.ts';

/** The summary of a run that repeats what an earlier one found out for all the same; null where there is none. */
export async function repeated(request: CheckRequest, work: Work): Promise<PortabilitySummary | null> {
  if (work.verdictId === null || request.earlier === undefined) return null;
  const earlier = await request.earlier(work.verdictId);
  if (earlier === null) return null;
  const { trigger, settings, notes } = request;
  const { conclusion, title, url } = earlier;
  const summary = judge({
    trigger,
    settings,
    plan: { changes: work.changes, questions: [] },
    measurements: nothingMeasured,
    sandbox: 'unused',
    isolation: null,
    stopped: new Map(),
    notes,
    skipReason: null,
    exhaustedCaps: [],
    seconds: 0,
  });
  return { ...summary, conclusion, repeats: { title, url } };
}
