import { estimateInputTokens } from '../estimate-tokens.ts';
import type { Completion, Prompt } from './completion.ts';

/** What the vendor says it read is far less than what was sent. */
export type CutPrompt = { readonly cut: string };

/**
 * Holds the reported usage against what was sent and received. A server with a small context answers from the end of a
 * long prompt without a word: then the model was asked something else, and the sample is no evidence. Where no usage
 * is reported, our estimate is booked and marked, because a call that was answered is not free.
 */
export function checkedUsage(completion: Completion, prompt: Prompt): Completion | CutPrompt {
  const { usage } = completion;
  const sent = prompt.system + prompt.user;
  if (usage.inputTokens === 0 && usage.outputTokens === 0)
    return {
      ...completion,
      isUsageEstimated: true,
      usage: {
        inputTokens: estimateInputTokens(sent),
        cachedInputTokens: 0,
        outputTokens: estimateInputTokens(completion.text),
      },
    };
  const isLong = sent.length > shortestCut && usage.inputTokens > 0;
  if (!isLong || sent.length / usage.inputTokens < mostCharactersPerToken) return completion;
  return {
    cut: `the server read ${usage.inputTokens} tokens of a prompt of ${sent.length} characters: its context is too small (Ollama: num_ctx)`,
  };
}

// Prose has about four characters a token, code about three; runs of white space may have ten.
const mostCharactersPerToken = 16;
// No server that models run on has a smaller context than these two thousand tokens.
const shortestCut = 8000;
