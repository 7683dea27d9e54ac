import { vendorClient, type Account, type Call, type OpenStream } from '../api-client/vendor-client.ts';
import type { Prompt } from '../../core/generation/completion.ts';
import { mergeParams } from '../api-client/merge-params.ts';
import type { Model } from '../../core/settings.ts';
import type { ModelClient } from '../../ports/model-client.ts';
import { openOpenai } from './open-openai.ts';
import { promptCacheKey } from './prompt-cache-key.ts';
import { responseReader } from './read-response.ts';

/** A model behind OpenAI's Responses API, always streamed, never stored there. */
export function openaiClient(account: Account): ModelClient {
  return vendorClient(account, { open: openResponse, reader: responseReader });
}

async function openResponse(call: Call, prompt: Prompt): Promise<OpenStream> {
  const client = await openOpenai(call);
  const { data, request_id: requestId } = await client.responses
    .create({ ...requestBody(call.model, prompt), stream: true }, { signal: call.signal })
    .withResponse();
  return { events: data, requestId };
}

function requestBody(model: Model, prompt: Prompt) {
  const cacheKey = promptCacheKey(model, prompt);
  const own = {
    max_output_tokens: model.maxOutputTokens,
    ...(cacheKey === null ? {} : { prompt_cache_key: cacheKey }),
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
