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
  const marked = Object.hasOwn(model.params, 'cache_control') ? textBlock : cachedBlock;
  return {
    max_tokens: model.maxOutputTokens,
    ...mergeParams(own, model.params),
    model: model.name,
    system: [marked(prompt.system)],
    messages: [{ role: 'user' as const, content: [marked(prompt.user)] }],
  };
}

// The whole prompt is the same for all samples of an arm, its beginning also for the other arm. A mark on a prompt that
// is too short for the cache costs nothing and is no error; one that is read only once costs a quarter of its input.
function cachedBlock(text: string) {
  return { ...textBlock(text), cache_control: { type: 'ephemeral' as const } };
}

// The user's own `cache_control` is for the whole request, and marks of two lifetimes in one request are refused.
function textBlock(text: string) {
  return { type: 'text' as const, text };
}
