import { keepSecret } from '../../adapters/process/secrets.ts';
import type { Account } from '../../adapters/api-client/vendor-client.ts';
import { secretVariables } from '../../core/headers.ts';
import type { Model } from '../../core/settings.ts';

type ValueOf = (variable: string) => string | null;

/** A model with the values of its variables; nothing that this process writes will show them. */
export function accountOf(model: Model, valueOf: ValueOf): Account {
  const variables = new Map<string, string>();
  for (const name of secretVariables(model)) {
    const value = keepSecret(valueOf(name));
    if (value !== null) variables.set(name, value);
  }
  const apiKey = model.apiKeyEnv === null ? null : (variables.get(model.apiKeyEnv) ?? null);
  return { model, apiKey, variables };
}

/** Whether every variable of a model is set. */
export function hasVariables(model: Model, valueOf: ValueOf): boolean {
  return secretVariables(model).every((name) => keepSecret(valueOf(name)) !== null);
}
