import { vendorClient, type Account, type Call, type OpenStream } from '../api-client/vendor-client.ts';
import type { Prompt } from '../../core/generation/completion.ts';
import { mergeParams } from '../api-client/merge-params.ts';
import type { Model } from '../../core/settings.ts';
import type { ModelClient } from '../../ports/model-client.ts';
import { openOpenai } from './open-openai.ts';
import { chatReader } from './read-chat.ts';

/** A model behind any server that speaks OpenAI's Chat Completions, always streamed. */
export function openaiCompatibleClient(account: Account): ModelClient {
  return vendorClient(account, { open: openChat, reader: chatReader });
}

async function openChat(call: Call, prompt: Prompt): Promise<OpenStream> {
  const client = await openOpenai(call);
  const { data, request_id: requestId } = await client.chat.completions
    .create({ ...requestBody(call.model, prompt), stream: true }, { signal: call.signal })
    .withResponse();
  return { events: data, requestId };
}

function requestBody(model: Model, prompt: Prompt) {
  // Gateways know `max_tokens`. If a server needs the newer name, the user sets that in `params`.
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
