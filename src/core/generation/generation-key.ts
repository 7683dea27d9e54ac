import { digest } from '../plan/digest.ts';
import type { Model } from '../plan/settings.ts';
import { protocolVersion } from './answer-protocol.ts';
import type { Prompt } from './completion.ts';
import { promptKeyText } from './prompt.ts';

/** The key of a stored generation: equal exactly when the same model would be asked the same thing for the same sample. */
export function generationKey(options: {
  readonly prompt: Prompt;
  readonly model: Model;
  readonly sample: number;
}): string {
  const { provider, name, baseUrl, effort, maxOutputTokens, params } = options.model;
  return digest({
    protocol: protocolVersion,
    prompt: promptKeyText(options.prompt),
    model: { provider, name, baseUrl, effort, maxOutputTokens, params },
    sample: options.sample,
  });
}
