import type { Model } from '../settings.ts';

/**
 * What is missing where OpenRouter may send two calls of one model to two servers, in a sentence; null if it may not.
 * They can differ in quantization and context, and nothing in the answer would tell.
 */
export function unpinnedNote({
  id,
  baseUrl,
  params,
  agent,
}: Pick<Model, 'id' | 'baseUrl' | 'params' | 'agent'>): string | null {
  if (baseUrl === null || !isOpenRouter(baseUrl) || isPinned(params['provider'])) return null;
  const pin =
    agent === undefined
      ? 'Pin one: `params: { provider: { order: [NAME], allow_fallbacks: false } }`.'
      : 'An agent has no `params`: allow only one provider in the settings of the OpenRouter account whose key it uses, or name a server of the model itself as `base-url`.';
  return `${id}: OpenRouter chooses a server for each call, so base and head may be answered by two. ${pin}`;
}

function isOpenRouter(baseUrl: string): boolean {
  return URL.canParse(baseUrl) && /(?:^|\.)openrouter\.ai$/.test(new URL(baseUrl).hostname);
}

function isPinned(provider: unknown): boolean {
  if (typeof provider !== 'object' || provider === null) return false;
  const of = (name: string): unknown =>
    Object.hasOwn(provider, name) ? Reflect.get(provider, name) : undefined;
  return isOne(of('only')) || (isOne(of('order')) && of('allow_fallbacks') === false);
}

function isOne(list: unknown): boolean {
  return Array.isArray(list) && list.length === 1;
}
