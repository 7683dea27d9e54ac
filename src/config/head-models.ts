import type { Model } from '../core/plan/settings.ts';

/**
 * The models a pull request of the same repository asks for: its own list, read as data. A model counts only where
 * the base trusts its provider, key name and address already, or where they are the vendor's own; else a branch
 * could send a key to an address of its choosing.
 */
export function headModels(
  base: readonly Model[],
  head: readonly Model[],
): { readonly models: readonly Model[]; readonly refused: readonly Model[] } {
  const trusted = new Set(base.map(placeOf));
  const isTrusted = (model: Model): boolean => trusted.has(placeOf(model)) || isVendorsOwn(model);
  return { models: head.filter(isTrusted), refused: head.filter((model) => !isTrusted(model)) };
}

function placeOf({ provider, apiKeyEnv, baseUrl }: Model): string {
  return JSON.stringify([provider, apiKeyEnv, baseUrl]);
}

function isVendorsOwn({ provider, apiKeyEnv, baseUrl }: Model): boolean {
  if (baseUrl !== null) return false;
  return (
    (provider === 'anthropic' && apiKeyEnv === 'ANTHROPIC_API_KEY') ||
    (provider === 'openai' && apiKeyEnv === 'OPENAI_API_KEY')
  );
}
