import { digestSeries } from '../digest.ts';
import { askedWith, type Model } from '../settings.ts';
import { protocolVersion } from './answer-protocol.ts';
import type { Prompt } from './completion.ts';
import { promptKeyText, promptVersion } from './prompt.ts';

/**
 * Makes the keys of stored generations, by sample. Keys are equal exactly when the same model would be asked the same
 * prompt for the same sample. The prompt is long and has tens of samples, so it is hashed once for all of them.
 */
export function generationKeys(prompt: Prompt, model: Model): (sample: number) => string {
  // An agent answers by files and not in the answer protocol.
  const rules =
    prompt.folder === undefined ? { protocol: protocolVersion, promptVersion } : { agentTask: taskVersion };
  const shared = { ...rules, prompt: promptKeyText(prompt), model: askedWith(model) };
  return digestSeries(shared, 'sample');
}

/** Version of the task that every agent is given (core/agents/task.ts). */
const taskVersion = 1;
