import { providers } from '../../core/providers.ts';
import type { Model } from '../../core/settings.ts';
import type { AnswerTap } from './answer-tap.ts';

/** The part of `fetch` that the vendors' SDKs use. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

type Sender = {
  readonly model: Pick<Model, 'provider' | 'headers'>;
  readonly apiKey: string | null;
  /** Values of the variables that the headers name. */
  readonly variables?: ReadonlyMap<string, string>;
  /** Names of further headers that are let through; missing = none. */
  readonly further?: readonly string[];
};

/**
 * The fetch that a vendor's SDK gets. It sends our key or none, and no header that the SDK took from the environment.
 * A tap sees everything that arrives, also the keep-alive comments that the SDKs hide.
 */
export function sealedFetch(account: Sender, tapOf: () => AnswerTap | null = () => null): Fetch {
  return async (input, init = {}) => {
    const tap = tapOf();
    const response = await fetch(input, { ...init, headers: sealedHeaders(init.headers, account) });
    if (tap === null) return response;
    tap.begin(response);
    if (response.body === null) return response;
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(tapped(tap)), { status, statusText, headers });
  };
}

// Both SDKs add the headers in ANTHROPIC_CUSTOM_HEADERS or OPENAI_CUSTOM_HEADERS, and no option switches that off.
const allowedHeader = /^(?:accept|content-type|user-agent|x-stainless-[a-z-]+)$/;

function sealedHeaders(given: RequestInit['headers'], account: Sender): Headers {
  const { model, apiKey, variables, further = [] } = account;
  const { keyHeader, sdkHeaders } = providers[model.provider];
  const passed = [...sdkHeaders, ...further];
  const sealed = new Headers(
    [...new Headers(given)].filter(([name]) => allowedHeader.test(name) || passed.includes(name)),
  );
  for (const [name, value] of Object.entries(model.headers ?? {})) {
    sealed.set(name, 'text' in value ? value.text : (variables?.get(value.env) ?? ''));
  }
  if (apiKey !== null) sealed.set(keyHeader.name, `${keyHeader.prefix}${apiKey}`);
  return sealed;
}

// If the tap throws, the reader gets the error and the connection is closed.
function tapped(tap: AnswerTap): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform(chunk, controller) {
      tap.take(chunk);
      controller.enqueue(chunk);
    },
  });
}
