import { vendorClient, type Account, type Call, type OpenStream } from '../api-client/vendor-client.ts';
import type { Prompt } from '../../core/generation/completion.ts';
import { mergeParams } from '../api-client/merge-params.ts';
import type { Model } from '../../core/settings.ts';
import type { ModelClient } from '../../ports/model-client.ts';
import { openAnthropic } from './open-anthropic.ts';
import { messageReader } from './read-message.ts';

/** A model behind Anthropic's Messages API, always streamed. */
export function anthropicClient(account: Account): ModelClient {
  return vendorClient(account, { open: openMessage, reader: messageReader });
}

async function openMessage(call: Call, prompt: Prompt): Promise<OpenStream> {
  const client = await openAnthropic(call);
  const { data, request_id: requestId } = await client.messages
    .create({ ...requestBody(call.model, prompt), stream: true }, { signal: call.signal })
    .withResponse();
  return { events: data, requestId: requestId ?? null };
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
