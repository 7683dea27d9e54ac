import type { Call } from './budget.ts';
import { priceOf } from './price.ts';
import type { Model } from '../settings.ts';

/** The most a call of this model with this prompt can use up; `params` may raise the model's output maximum. */
export function callOf(model: Model, promptText: string): Call {
  const raised = ['max_tokens', 'max_output_tokens', 'max_completion_tokens'].map(
    (name) => model.params[name],
  );
  const numbers = raised.filter((value) => typeof value === 'number');
  return {
    price: priceOf(model),
    inputTokens: estimateInputTokens(promptText),
    maxOutputTokens: Math.max(model.maxOutputTokens, ...numbers),
  };
}

/**
 * Tokens of a prompt, rather too many than too few: prose has about four bytes a token, code three to four, and the
 * scripts that need more tokens a character have three bytes a character. Dense symbols can still need more.
 */
export function estimateInputTokens(text: string): number {
  return Math.ceil(new TextEncoder().encode(text).length / 3);
}
