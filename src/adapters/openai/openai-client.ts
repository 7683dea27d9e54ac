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
import { responseReader } from './read-response.ts';

/** A model behind OpenAI's Responses API, always streamed, never stored there. The SDK is loaded at the first call. */
export function openaiClient(account: Account): ModelClient {
  return vendorClient(account, (call, prompt) => streamResponse(account.model, prompt, call));
}

async function streamResponse(model: Model, prompt: Prompt, call: Call): Promise<Received> {
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
  const { data: events, request_id: requestId } = await client.responses
    .create({ ...requestBody(model, prompt), stream: true }, { signal: call.signal })
    .withResponse();
  const reader = responseReader();
  for await (const event of events) {
    call.onEvent();
    const problem = reader.add(event);
    if (problem !== null) return noticed(problem, { requestId });
  }
  return reader.end({ requestedModel: model.name, requestId });
}

function requestBody(model: Model, prompt: Prompt) {
  const own = {
    max_output_tokens: model.maxOutputTokens,
    ...(model.effort === null ? {} : { reasoning: { effort: model.effort } }),
  };
  return {
    ...mergeParams(own, model.params),
    model: model.name,
    instructions: prompt.system,
    input: prompt.user,
    store: false,
  };
}
