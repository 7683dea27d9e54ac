import { lifecycleOf } from '../../adapters/providers.ts';
import type { AskLifecycle } from '../../ports/lifecycle.ts';
import { accountOf } from './account-of.ts';

/** Asks each model's vendor. One that does not answer, or a gateway without this endpoint, announces no end of the model. */
export function lifecycles(keyOf: (variable: string) => string | null): AskLifecycle {
  return async (model, signal) => {
    try {
      return await lifecycleOf(accountOf(model, keyOf), signal);
    } catch {
      return { kind: 'unknown' };
    }
  };
}
