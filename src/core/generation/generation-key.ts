import { digest, digestsOf } from '../plan/digest.ts';
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
  return digest({ ...askedOf(options), sample: options.sample });
}

/** The keys of many samples of the same arm, in their order: the prompt is read once. */
export function generationKeys(options: {
  readonly prompt: Prompt;
  readonly model: Model;
  readonly samples: readonly number[];
}): readonly string[] {
  return digestsOf(askedOf(options), { key: 'sample', values: options.samples });
}

function askedOf({ prompt, model }: { readonly prompt: Prompt; readonly model: Model }) {
  const { provider, name, baseUrl, effort, maxOutputTokens, params } = model;
  return {
    protocol: protocolVersion,
    prompt: promptKeyText(prompt),
    model: { provider, name, baseUrl, effort, maxOutputTokens, params },
  };
}
