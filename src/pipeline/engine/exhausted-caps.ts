import type { CapName } from '../../core/budget/budget.ts';
import type { Engine } from './engine.ts';

/** Caps that ended sampling early. */
export function exhaustedCaps({ ledger, ports, deadline }: Engine): readonly (CapName | 'minutes')[] {
  return [...ledger.refusedBy, ...(ports.clock.now() >= deadline ? (['minutes'] as const) : [])];
}
