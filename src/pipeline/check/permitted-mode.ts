import type { Ports } from '../engine/engine.ts';
import type { RunRequest } from '../engine/run-request.ts';
import { measureUnless, type Measure, type PlanOnly } from './check-request.ts';
import { findSkipReason } from './skip-reason.ts';

/**
 * The mode in which a run continues: a run that wants to ask may not be allowed to, and then only shows its plan. All
 * mistakes of the user are thrown here, before money is spent: KEY_MISSING, PRICE_UNKNOWN, SANDBOX_UNAVAILABLE.
 */
export async function permittedMode<Asked extends { readonly kind: string }>(
  ports: Ports,
  request: RunRequest & { readonly mode: Asked },
): Promise<Asked | Measure | PlanOnly> {
  return request.mode.kind === 'measure' ? measureUnless(await findSkipReason(ports, request)) : request.mode;
}
