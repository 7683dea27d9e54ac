import { estimateInputTokens } from '../estimate-tokens.ts';
import type { Prompt } from './completion.ts';
import { fewestTokens } from './fewest-tokens.ts';

/** Tokens of a prompt: our estimate, which is rather too large, and the fewest that any tokenizer makes of it. */
export type PromptSize = { readonly estimated: number; readonly fewest: number };

const sizes = new WeakMap<Prompt, PromptSize>();

/** The size of a prompt, counted once: all samples of an arm send the same one. */
export function sizeOf(prompt: Prompt): PromptSize {
  const size = sizes.get(prompt) ?? count(prompt);
  sizes.set(prompt, size);
  return size;
}

function count({ system, user }: Prompt): PromptSize {
  return {
    estimated: estimateInputTokens(system + user),
    fewest: fewestTokens(system) + fewestTokens(user),
  };
}
