import { digestSeries } from '../digest.ts';
import type { Model } from '../settings.ts';
import { protocolVersion } from './answer-protocol.ts';
import type { Prompt } from './completion.ts';
import { promptKeyText } from './prompt.ts';

/** The key of a stored generation: equal exactly when the same model would be asked the same thing for the same sample. */
export function generationKey(options: {
  readonly prompt: Prompt;
  readonly model: Model;
  readonly sample: number;
}): string {
  return keysOf(options)(options.sample);
}

/** The keys of many samples of the same arm, in their order. */
export function generationKeys(options: {
  readonly prompt: Prompt;
  readonly model: Model;
  readonly samples: readonly number[];
}): readonly string[] {
  const keyOf = keysOf(options);
  return options.samples.map((sample) => keyOf(sample));
}

type KeyOf = (sample: number) => string;

// A prompt is long and has tens of samples on each model.
const known = new WeakMap<Prompt, WeakMap<Model, KeyOf>>();

function keysOf({ prompt, model }: { readonly prompt: Prompt; readonly model: Model }): KeyOf {
  const ofPrompt = known.get(prompt) ?? new WeakMap<Model, KeyOf>();
  known.set(prompt, ofPrompt);
  const keyOf = ofPrompt.get(model) ?? newKeys(prompt, model);
  ofPrompt.set(model, keyOf);
  return keyOf;
}

function newKeys(prompt: Prompt, model: Model): KeyOf {
  const { provider, name, baseUrl, effort, maxOutputTokens, params } = model;
  const shared = {
    protocol: protocolVersion,
    prompt: promptKeyText(prompt),
    model: { provider, name, baseUrl, effort, maxOutputTokens, params },
  };
  return digestSeries(shared, 'sample');
}
