import type { Prompt } from '../../core/generation/completion.ts';
import { providers } from '../../core/providers.ts';
import type { Model } from '../../core/settings.ts';
import type { ModelClient } from '../../ports/model-client.ts';
import { EventStream } from '../api-client/event-stream.ts';
import { mergeParams } from '../api-client/merge-params.ts';
import { vendorClient, type Account, type Call, type OpenStream } from '../api-client/vendor-client.ts';
import { googleError, httpError, requestIdOf } from './google-error.ts';
import { contentReader } from './read-content.ts';

/** A model behind Google's generateContent, always streamed. */
export function googleClient(account: Account): ModelClient {
  return vendorClient(account, { open: openContent, reader: contentReader });
}

async function openContent({ model, fetch, signal }: Call, prompt: Prompt): Promise<OpenStream> {
  const response = await fetch(addressOf(model), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(requestBody(model, prompt)),
    signal,
  });
  if (!response.ok || response.body === null) {
    const text = await response.text();
    throw googleError(jsonIn(text), response) ?? httpError(text, response);
  }
  return { events: eventsIn(response.body), requestId: requestIdOf(response) };
}

// The key is sent in a header, never here: addresses are logged on the way.
function addressOf({ baseUrl, name }: Model): URL {
  const base = (baseUrl ?? providers.google.baseUrl ?? '').replace(/\/+$/, '');
  return new URL(`${base}/v1beta/models/${encodeURIComponent(name)}:streamGenerateContent?alt=sse`);
}

function requestBody(model: Model, prompt: Prompt) {
  const effort = model.effort === null ? {} : { thinkingConfig: { thinkingLevel: model.effort } };
  return {
    ...mergeParams({ generationConfig: { maxOutputTokens: model.maxOutputTokens, ...effort } }, model.params),
    systemInstruction: { parts: [{ text: prompt.system }] },
    contents: [{ role: 'user', parts: [{ text: prompt.user }] }],
  };
}

async function* eventsIn(body: AsyncIterable<Uint8Array>): AsyncIterable<unknown> {
  const stream = new EventStream();
  for await (const bytes of body) {
    for (const data of stream.take(bytes)) yield eventOf(JSON.parse(data));
  }
  const { event, strayText } = stream.end();
  const last = event === null ? null : jsonIn(event);
  if (last !== null) yield eventOf(last);
  // An outage in the middle is told in plain JSON, even after an event that looks like the end of the answer:
  // github.com/vercel/ai/issues/5217.
  eventOf(jsonIn(strayText));
}

/** Throws the error that an event may be. */
function eventOf(value: unknown): unknown {
  const error = googleError(value, null);
  if (error !== null) throw error;
  return value;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
