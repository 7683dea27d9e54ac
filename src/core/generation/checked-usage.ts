import { estimateInputTokens } from '../estimate-tokens.ts';
import type { Completion, Prompt } from './completion.ts';

/** The vendor reports far fewer input tokens than were sent. */
export type CutPrompt = { readonly cut: string };

/**
 * Compares the reported usage with what was sent and received. A server with a small context silently answers from
 * the end of a long prompt. Then the model was asked something else, and the sample is no evidence. If no usage is
 * reported, our estimate is booked and marked as such, because an answered call is not free.
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

// Prose has about four characters per token, code about three; runs of white space may have ten.
const mostCharactersPerToken = 16;
// No server that runs models has a smaller context than two thousand tokens.
const shortestCut = 8000;
