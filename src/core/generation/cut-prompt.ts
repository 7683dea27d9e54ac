import { grouped } from '../grouped.ts';
import type { Prompt } from './completion.ts';
import { sizeOf } from './prompt-size.ts';
import type { ReportedUsage } from './reported-usage.ts';

/**
 * Whether a server read far less than it was sent, in words for the reader; null if it did not. A server with a small
 * context silently answers from a part of a long prompt: the model was then asked something else.
 */
export function cutPrompt({ inputTokens }: ReportedUsage, prompt: Prompt): string | null {
  if (inputTokens === null || inputTokens === 0) return null;
  const sent = sizeOf(prompt).fewest;
  if (sent < smallestContext || inputTokens >= sent / 2) return null;
  const [read, whole] = [inputTokens, sent].map((tokens) => grouped(tokens));
  return `the server read ${read} tokens of a prompt of about ${whole}, so its context is too small (Ollama: num_ctx)`;
}

// No server that runs models has a smaller context.
const smallestContext = 2000;
