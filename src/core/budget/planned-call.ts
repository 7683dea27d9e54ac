import type { AgentLimits } from '../agent.ts';
import type { Call } from './budget.ts';
import { estimateInputTokens } from '../estimate-tokens.ts';
import { providers } from '../providers.ts';
import { priceOf } from './price.ts';
import type { Model } from '../settings.ts';

/** The most that a call of this model with this prompt can use; of an agent, the most that its limits allow. */
export function callOf(model: Model, promptText: string): Call {
  const { agent } = model;
  if (agent !== undefined) return runOf(model, agent.limits);
  return {
    model: model.id,
    price: priceOf(model),
    inputTokens: estimateInputTokens(promptText),
    maxOutputTokens: mostOutputTokens(model),
  };
}

// The more expensive of both kinds of tokens is the output.
function runOf(model: Model, { turns, tokens, usd }: AgentLimits): Call {
  const maxOutputTokens = Math.min(tokens, turns * mostOutputTokens(model));
  return {
    model: model.id,
    price: priceOf(model),
    inputTokens: tokens - maxOutputTokens,
    maxOutputTokens,
    ...(usd === null ? {} : { mostUsd: usd }),
  };
}

/** The most that a model is asked to write. `params` may ask for more than its own maximum, and for several answers. */
export function mostOutputTokens({ provider, maxOutputTokens, params }: Model): number {
  const { outputCaps, answerCounts } = providers[provider];
  const most = Math.max(maxOutputTokens, ...numbersIn(params, outputCaps));
  return Math.ceil(most * Math.max(1, ...numbersIn(params, answerCounts)));
}

// Some vendors take the cap inside an object, and gateways pass whole objects on to the vendor behind them.
function numbersIn(value: unknown, names: readonly string[]): readonly number[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]: [string, unknown]) =>
    typeof item === 'number' && names.includes(name) ? [item] : numbersIn(item, names),
  );
}
