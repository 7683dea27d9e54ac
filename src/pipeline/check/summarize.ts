import type { PortabilitySummary } from '../../core/report/summary/summary.ts';
import type { Measurements } from '../../core/verdict/measurements.ts';
import type { Ports } from '../engine/engine.ts';
import type { RunRequest } from '../engine/run-request.ts';
import { judge, type Judged } from './judge.ts';

/** The result of a run, once nothing more is asked. */
export type Found = Pick<
  Judged,
  | 'plan'
  | 'measurements'
  | 'words'
  | 'stopped'
  | 'exhaustedCaps'
  | 'lost'
  | 'lacksShards'
  | 'skipReason'
  | 'notes'
>;

/** The last step of every run: from what was measured to the summary that is published. */
export async function summarize(
  ports: Ports,
  { trigger, settings, notes, startedAt }: RunRequest,
  found: Found,
): Promise<PortabilitySummary> {
  return judge({
    trigger,
    settings,
    ...found,
    ...(await isolationIn(ports, found.measurements)),
    notes: [...notes, ...found.notes],
    seconds: (ports.clock.now() - startedAt) / 1000,
  });
}

// The isolation of generated code, and what the self-attack has shown about it, as reports say it; null without
// isolation.
async function isolationIn(
  ports: Pick<Ports, 'sandbox'>,
  { trees }: Measurements,
): Promise<Pick<Judged, 'sandbox' | 'isolation'>> {
  if (trees.size === 0) return { sandbox: 'unused', isolation: null };
  const { level, version, probes } = (await ports.sandbox()).isolation;
  if (probes === null) return { sandbox: level, isolation: null };
  const stopped = `${probes.passed} of ${probes.total} attempts to break out stopped`;
  return { sandbox: level, isolation: `isolation: ${level} ${version ?? ''}, ${stopped}` };
}
