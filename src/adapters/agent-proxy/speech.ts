import * as z from 'zod';
import type { SaidError } from '../api-client/post-for-events.ts';
import type { StreamReader } from '../api-client/received.ts';
import type { Wire } from '../api-client/wire.ts';

/** How answers of one interface are read, and how an error is written in it. */
export type Speech = Pick<Wire, 'errorBody' | 'requestIdHeader'> & {
  /** A reader of one answer, which may call tools of the agent. */
  readonly reader: () => StreamReader;
  /** The error that a body or an event is; null if it is none. */
  readonly errorIn: (value: unknown) => SaidError | null;
};

/** An error as most vendors write it: in `error`, as an object or in words. */
export function errorIn(value: unknown): SaidError | null {
  const { success, data } = body.safeParse(value);
  if (!success) return null;
  return typeof data.error === 'string' ? { message: data.error } : data.error;
}

const maybeText = z.string().optional().catch(undefined);
const body = z.object({
  error: z.union([z.string(), z.object({ message: z.string().catch(''), type: maybeText, code: maybeText })]),
});

/** What a vendor said, in the shape that its SDK would throw; `response` is null in a stream that began with 200. */
export function thrownBy(said: SaidError | string, response: Response | null): object {
  const error = typeof said === 'string' ? null : said;
  const message = typeof said === 'string' ? said : said.message;
  if (response === null) return { message, error };
  const headers = new Headers(response.headers);
  if (error?.retryAfter !== undefined && !headers.has('retry-after'))
    headers.set('retry-after', error.retryAfter);
  return { message, error, headers, status: response.status };
}
