import { EventStream } from './event-stream.ts';
import type { Call, OpenStream } from './vendor-client.ts';

/** What a vendor says in an error. */
export type SaidError = {
  readonly message: string;
  readonly type?: string | undefined;
  readonly code?: string | undefined;
  /** Seconds to wait, where the body says it and not a header. */
  readonly retryAfter?: string | undefined;
};

/** One request that is answered with server-sent events of JSON. */
type Post = {
  readonly address: URL;
  readonly body: unknown;
  /** The error that a body or an event is; null if it is none. */
  readonly errorIn: (value: unknown) => SaidError | null;
};

/** Opens a stream at a vendor that is asked without an SDK. Throws errors in the shape of the SDKs of the others. */
export async function postForEvents(
  { fetch, signal }: Pick<Call, 'fetch' | 'signal'>,
  { address, body, errorIn }: Post,
): Promise<OpenStream> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    // Only `authorization` would be taken off on the way to another host: any other header with a key would go along.
    redirect: 'manual',
    signal,
  });
  if (!response.ok || response.body === null) throw httpError(response, await response.text(), errorIn);
  return { events: eventsIn(response.body, errorIn), requestId: requestIdOf(response) };
}

async function* eventsIn(body: AsyncIterable<Uint8Array>, errorIn: Post['errorIn']): AsyncIterable<unknown> {
  const stream = new EventStream();
  for await (const bytes of body) {
    for (const data of stream.take(bytes)) yield unlessError(JSON.parse(data), errorIn);
  }
  const { event, strayText } = stream.end();
  const last = event === null ? null : jsonIn(event);
  if (last !== null) yield unlessError(last, errorIn);
  // Google tells an outage between the events, even after one that looks like the end of an answer:
  // github.com/vercel/ai/issues/5217.
  unlessError(jsonIn(strayText), errorIn);
}

function unlessError(value: unknown, errorIn: Post['errorIn']): unknown {
  const error = errorIn(value);
  if (error !== null) throw Object.assign(new Error(error.message), { error });
  return value;
}

function httpError(response: Response, text: string, errorIn: Post['errorIn']): Error {
  const error = errorIn(jsonIn(text));
  const headers = new Headers(response.headers);
  if (error?.retryAfter !== undefined && !headers.has('retry-after'))
    headers.set('retry-after', error.retryAfter);
  const facts = { status: response.status, headers, requestID: requestIdOf(response), error };
  return Object.assign(new Error(movedTo(response) ?? text), facts);
}

function movedTo({ status, headers }: Response): string | null {
  const location = headers.get('location');
  return location === null || status < 300 || status > 399 ? null : `the server is at ${location}`;
}

function requestIdOf({ headers }: Pick<Response, 'headers'>): string | null {
  return headers.get('x-request-id');
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
