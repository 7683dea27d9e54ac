import { providers } from '../../core/providers.ts';
import type { Model } from '../../core/settings.ts';
import type { AnswerTap } from './answer-tap.ts';

/** The part of `fetch` that the vendors' SDKs use. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * The fetch that a vendor's SDK gets. It sends our key or none, and no header that the SDK took from the environment.
 * A tap sees everything that arrives, also the keep-alive comments that the SDKs hide.
 */
export function sealedFetch(
  account: {
    readonly model: Pick<Model, 'provider'>;
    readonly apiKey: string | null;
    /** Names of further headers that are let through; missing = none. */
    readonly further?: readonly string[];
  },
  tap: AnswerTap | null = null,
): Fetch {
  const { further = [], model, apiKey } = account;
  const provider = providers[model.provider];
  const passed = [...provider.sdkHeaders, ...further];
  return async (input, init = {}) => {
    const sealed = sealedHeaders(init.headers, passed);
    if (apiKey !== null) sealed.set(provider.keyHeader.name, `${provider.keyHeader.prefix}${apiKey}`);
    const response = await fetch(input, { ...init, headers: sealed });
    if (tap === null) return response;
    tap.begin(response);
    if (response.body === null) return response;
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(tapped(tap)), { status, statusText, headers });
  };
}

// Both SDKs add the headers in ANTHROPIC_CUSTOM_HEADERS or OPENAI_CUSTOM_HEADERS, and no option switches that off.
const allowedHeader = /^(?:accept|content-type|user-agent|x-stainless-[a-z-]+)$/;

function sealedHeaders(given: RequestInit['headers'], passed: readonly string[]): Headers {
  return new Headers(
    [...new Headers(given)].filter(([name]) => allowedHeader.test(name) || passed.includes(name)),
  );
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
