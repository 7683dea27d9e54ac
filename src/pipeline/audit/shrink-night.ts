import { refuseUnpriced } from '../../core/budget/refuse-unpriced.ts';
import type { ShrinkRun } from '../../core/report/summary/shrink-run.ts';
import type { Settings } from '../../core/settings.ts';
import { allTargets } from '../shrink/find-targets.ts';
import { shrink } from '../shrink/shrink.ts';
import type { Ports } from '../engine/engine.ts';
import type { Measure, PlanOnly } from '../check/check-request.ts';
import type { RunRequest } from '../engine/run-request.ts';

/**
 * Goes on looking for shorter texts of the specs and of their instructions, within a limit of its own that all texts
 * share. Earlier nights are on record, so each night begins where the one before it ended. null = the settings do not ask
 * for it.
 */
export async function shrinkNight(
  ports: Ports,
  request: RunRequest & { readonly mode: Measure | PlanOnly },
): Promise<ShrinkRun | null> {
  const settings = shrinkSettings(request.settings);
  if (settings === null || request.mode.kind !== 'measure') return null;
  const { head } = request.trigger;
  const targets = await allTargets(ports.repository, { entries: settings.specs, head });
  if (targets.length === 0) return null;
  return shrink(ports, {
    ...request,
    settings,
    targets,
    eachHasItsShare: true,
    startedAt: ports.clock.now(),
  });
}

/** Refuses a limit in USD that could not be held, before the night spends anything: PRICE_UNKNOWN. */
export function refuseUnpricedShrink(settings: Settings): void {
  const own = shrinkSettings(settings);
  const unpriced = own === null ? null : refuseUnpriced(own.models, own.budget);
  if (unpriced !== null) throw unpriced;
}

function shrinkSettings(settings: Settings): Settings | null {
  const usd = settings.audit?.shrinkUsd;
  if (usd === undefined || usd === 0) return null;
  return { ...settings, budget: { ...settings.budget, usd, usdPerPr: null, isUsdChosen: true } };
}
