import type { Prompt } from '../../core/generation/completion.ts';
import { hasGoogleVersion, providers } from '../../core/providers.ts';
import type { Model } from '../../core/settings.ts';
import type { ModelClient } from '../../ports/model-client.ts';
import { mergeParams } from '../api-client/merge-params.ts';
import { postForEvents } from '../api-client/post-for-events.ts';
import { vendorClient, type Account, type Call, type OpenStream } from '../api-client/vendor-client.ts';
import { googleError } from './google-error.ts';
import { contentReader } from './read-content.ts';

/** A model behind Google's generateContent, always streamed. */
export function googleClient(account: Account): ModelClient {
  return vendorClient(account, { open: openContent, reader: contentReader });
}

async function openContent(call: Call, prompt: Prompt): Promise<OpenStream> {
  const { model } = call;
  return postForEvents(call, {
    address: addressOf(model),
    body: requestBody(model, prompt),
    errorIn: googleError,
  });
}

// The key is sent in a header, never here: addresses are logged on the way.
function addressOf({ baseUrl, name }: Model): URL {
  const base = (baseUrl ?? providers.google.baseUrl ?? '').replace(/\/+$/, '');
  const versioned = hasGoogleVersion(base) ? base : `${base}/v1beta`;
  return new URL(`${versioned}/models/${encodeURIComponent(name)}:streamGenerateContent?alt=sse`);
}

function requestBody(model: Model, prompt: Prompt) {
  const effort = model.effort === null ? {} : { thinkingConfig: { thinkingLevel: model.effort } };
  return {
    ...mergeParams({ generationConfig: { maxOutputTokens: model.maxOutputTokens, ...effort } }, model.params),
    systemInstruction: { parts: [{ text: prompt.system }] },
    contents: [{ role: 'user', parts: [{ text: prompt.user }] }],
  };
}
