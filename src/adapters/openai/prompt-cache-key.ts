import { digest } from '../../core/digest.ts';
import type { Prompt } from '../../core/generation/completion.ts';
import { isOwnAddress, providers } from '../../core/providers.ts';
import type { Model } from '../../core/settings.ts';

/**
 * The key by which OpenAI finds the server that has a prompt in its cache: the same for all samples of an arm, and a
 * digest, so that it tells nothing. Only OpenAI's own address gets it: a gateway may refuse a parameter that it does not
 * know. It changes nothing in the answer, so no generation key contains it.
 */
export function promptCacheKey({ name, baseUrl }: Model, { system, user }: Prompt): string | null {
  if (!isOwnAddress(baseUrl, providers.openai)) return null;
  // OpenAI refuses keys of more than 64 characters.
  return `spec-portability-${digest({ name, system, user }).slice(0, 32)}`;
}
