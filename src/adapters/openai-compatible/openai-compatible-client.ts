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
import { chatReader } from './read-chat.ts';

/** A model behind any server that speaks OpenAI's Chat Completions, always streamed. The SDK is loaded at the first call. */
export function openaiCompatibleClient(account: Account): ModelClient {
  return vendorClient(account, (call, prompt) => streamChat(account.model, prompt, call));
}

async function streamChat(model: Model, prompt: Prompt, call: Call): Promise<Received> {
  const { default: OpenAI } = await import('openai');
  // Everything the SDK would otherwise look up in the environment is given.
  const client = new OpenAI({
    baseURL: model.baseUrl ?? 'https://api.openai.com/v1',
    apiKey: call.placeholderKey,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    // Our own watch ends silent calls; the SDK's covers the headers only.
    timeout: model.idleMs + 60_000,
    logLevel: 'off',
    fetch: call.fetch,
  });
  const { data: chunks, request_id: requestId } = await client.chat.completions
    .create({ ...requestBody(model, prompt), stream: true }, { signal: call.signal })
    .withResponse();
  const reader = chatReader();
  for await (const chunk of chunks) {
    call.onEvent();
    const problem = reader.add(chunk);
    if (problem !== null) return noticed(problem, { requestId });
  }
  return reader.end({ requestedModel: model.name, requestId });
}

function requestBody(model: Model, prompt: Prompt) {
  // Gateways know `max_tokens`; a user whose server wants the newer name gives that in `params`.
  const ceiling = Object.hasOwn(model.params, 'max_completion_tokens')
    ? {}
    : { max_tokens: model.maxOutputTokens };
  const effort = model.effort === null ? {} : { reasoning_effort: model.effort };
  return {
    ...mergeParams({ ...ceiling, ...effort, stream_options: { include_usage: true } }, model.params),
    model: model.name,
    messages: [
      { role: 'system' as const, content: prompt.system },
      { role: 'user' as const, content: prompt.user },
    ],
  };
}
