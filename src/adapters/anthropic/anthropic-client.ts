import {
  vendorClient,
  noticed,
  type Account,
  type Call,
  type Received,
} from '../api-client/vendor-client.ts';
import type { Prompt } from '../../core/generation/completion.ts';
import { mergeParams } from '../api-client/merge-params.ts';
import type { Model } from '../../core/settings.ts';
import type { ModelClient } from '../../ports/model-client.ts';
import { messageReader } from './read-message.ts';

/** A model behind Anthropic's Messages API, always streamed. The SDK is loaded at the first call. */
export function anthropicClient(account: Account): ModelClient {
  return vendorClient(account, (call, prompt) => streamMessage(account.model, prompt, call));
}

async function streamMessage(model: Model, prompt: Prompt, call: Call): Promise<Received> {
  const { default: Anthropic } = await import('@anthropic-ai/sdk');
  // Everything the SDK would otherwise look up in the environment is given.
  const client = new Anthropic({
    baseURL: model.baseUrl ?? 'https://api.anthropic.com',
    apiKey: call.placeholderKey,
    authToken: null,
    webhookKey: null,
    maxRetries: 0,
    // Our own watch ends silent calls; the SDK's covers the headers only.
    timeout: model.idleMs + 60_000,
    logLevel: 'off',
    openTelemetry: false,
    fetch: call.fetch,
  });
  const { data: events, request_id: requestId } = await client.messages
    .create({ ...requestBody(model, prompt), stream: true }, { signal: call.signal })
    .withResponse();
  const reader = messageReader();
  for await (const event of events) {
    call.onEvent();
    const problem = reader.add(event);
    if (problem !== null) return noticed(problem, { requestId: requestId ?? null });
  }
  return reader.end({ requestedModel: model.name, requestId: requestId ?? null });
}

function requestBody(model: Model, prompt: Prompt) {
  const own = {
    max_tokens: model.maxOutputTokens,
    ...(model.effort === null ? {} : { output_config: { effort: model.effort } }),
  };
  return {
    max_tokens: model.maxOutputTokens,
    ...mergeParams(own, model.params),
    model: model.name,
    system: [{ type: 'text' as const, text: prompt.system, cache_control: { type: 'ephemeral' as const } }],
    messages: [{ role: 'user' as const, content: prompt.user }],
  };
}
