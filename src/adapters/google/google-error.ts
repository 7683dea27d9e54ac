import { z } from 'zod';

const maybeText = z.string().optional().catch(undefined);
const detail = z.object({
  reason: maybeText,
  retryDelay: maybeText,
  violations: z
    .array(z.object({ quotaId: maybeText }))
    .optional()
    .catch(undefined),
});
const body = z.object({
  error: z.object({ message: z.string(), status: maybeText, details: z.array(detail).catch([]) }),
});

/**
 * The error in a body or an event of Google's API, in the shape that the SDKs of other vendors throw and that
 * `readVendorError` reads; null if there is none. `response` is null in a stream that began with 200.
 */
export function googleError(value: unknown, response: Response | null): Error | null {
  // Without `alt=sse` the body is a list.
  const { success, data } = body.safeParse(Array.isArray(value) ? value[0] : value);
  if (!success) return null;
  const { message, status: type, details } = data.error;
  const error = { message, type, code: codeIn(details) };
  return Object.assign(
    response === null ? new Error(message) : httpError(message, response, waitIn(details)),
    { error },
  );
}

/** The error of a response whose body is not Google's: the page of a gateway, or nothing. */
export function httpError(message: string, response: Response, retryAfter: string | null = null): Error {
  const headers = new Headers(response.headers);
  if (retryAfter !== null && !headers.has('retry-after')) headers.set('retry-after', retryAfter);
  const requestID = requestIdOf(response);
  return Object.assign(new Error(message), { status: response.status, headers, requestID });
}

/** Google sends no id of a request; gateways do. */
export function requestIdOf({ headers }: Pick<Response, 'headers'>): string | null {
  return headers.get('x-request-id');
}

type Details = readonly z.output<typeof detail>[];

// Of several limits that are reached the one of the day counts: no waiting of ours outlasts it.
function codeIn(details: Details): string | undefined {
  const quotaIds = details.flatMap(({ violations }) => violations ?? []).map(({ quotaId }) => quotaId);
  return quotaIds.find((id) => id?.includes('PerDay')) ?? details.find(({ reason }) => reason)?.reason;
}

// Other vendors say it in a header, in seconds too.
function waitIn(details: Details): string | null {
  const delay = details.find(({ retryDelay }) => retryDelay !== undefined)?.retryDelay ?? '';
  return /^(\d+(?:\.\d+)?)s$/.exec(delay)?.[1] ?? null;
}
