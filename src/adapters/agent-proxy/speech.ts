import type { StreamReader } from '../api-client/received.ts';
import type { Wire } from '../api-client/wire.ts';

/** How answers of one interface are read, and how an error is written in it. */
export type Speech = Pick<Wire, 'errorBody' | 'requestIdHeader'> & {
  /** A reader of one answer, which may call tools of the agent. */
  readonly reader: () => StreamReader;
  /**
   * The error in a body or an event, in the shape that the vendors' SDKs throw; null if there is none. `response` is null
   * in a stream that began with 200.
   */
  readonly errorIn: (value: unknown, response: Response | null) => object | null;
};

/** An error as most vendors write it: in `error`, as an object or in words. */
export function errorIn(value: unknown, response: Response | null): object | null {
  if (typeof value !== 'object' || value === null || !('error' in value)) return null;
  const { error } = value;
  if (typeof error !== 'string' && (typeof error !== 'object' || error === null)) return null;
  return { message: typeof error === 'string' ? error : '', error: value, ...answeredWith(response) };
}

/** What a response says beside its body, in the shape that the vendors' SDKs throw. */
export function answeredWith(response: Response | null): object {
  if (response === null) return {};
  const { status, headers } = response;
  return { status, headers, requestID: headers.get('request-id') ?? headers.get('x-request-id') };
}
