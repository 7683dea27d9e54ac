import type { AgentLimits } from '../agent.ts';
import type { Call } from './budget.ts';
import { estimateInputTokens } from '../estimate-tokens.ts';
import { providers } from '../providers.ts';
import { costUsd, priceOf } from './price.ts';
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

// An agent is stopped at its first call after a limit was reached, so the last call before it comes on top. The more
// expensive of both kinds of tokens is the output.
function runOf(model: Model, { turns, tokens, usd }: AgentLimits): Call {
  const price = priceOf(model);
  const perCall = mostOutputTokens(model);
  const outputTokens = Math.min(tokens, turns * perCall);
  const last = { inputTokens: Math.min(tokens, usualContext), outputTokens: perCall, cachedInputTokens: 0 };
  return {
    model: model.id,
    price,
    inputTokens: tokens - outputTokens + last.inputTokens,
    maxOutputTokens: outputTokens + last.outputTokens,
    ...(usd === null || price === null ? {} : { mostUsd: usd + costUsd(price, last) }),
  };
}

/** Tokens of the longest conversation that an agent keeps before it shortens it. */
const usualContext = 200_000;

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
