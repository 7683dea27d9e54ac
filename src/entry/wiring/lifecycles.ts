import { keepSecret } from '../../adapters/process/secrets.ts';
import { lifecycleOf } from '../../adapters/providers.ts';
import type { AskLifecycle } from '../../ports/lifecycle.ts';

/** Asks each model's vendor. One that does not answer, or a gateway without this endpoint, announces no end of the model. */
export function lifecycles(keyOf: (variable: string) => string | null): AskLifecycle {
  return async (model, signal) => {
    const apiKey = model.apiKeyEnv === null ? null : keepSecret(keyOf(model.apiKeyEnv));
    try {
      return await lifecycleOf({ model, apiKey }, signal);
    } catch {
      return { kind: 'unknown' };
    }
  };
}
