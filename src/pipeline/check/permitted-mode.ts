import type { Ports } from '../engine/engine.ts';
import type { RunRequest } from '../engine/run-request.ts';
import { measureUnless, type Measure, type PlanOnly } from './check-request.ts';
import { findSkipReason } from './skip-reason.ts';

/**
 * The mode in which a run goes on: one that is to ask may turn out not to be allowed to, and then only shows its plan.
 * Everything that is the user's mistake is thrown here, before anything is spent: KEY_MISSING, PRICE_UNKNOWN,
 * SANDBOX_UNAVAILABLE.
 */
export async function permittedMode<Asked extends { readonly kind: string }>(
  ports: Ports,
  request: RunRequest & { readonly mode: Asked },
): Promise<Asked | Measure | PlanOnly> {
  return request.mode.kind === 'measure' ? measureUnless(await findSkipReason(ports, request)) : request.mode;
}
