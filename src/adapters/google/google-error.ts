import * as z from 'zod';
import type { SaidError } from '../api-client/post-for-events.ts';

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

/** The error in a body or an event of Google's API; null if there is none. */
export function googleError(value: unknown): SaidError | null {
  // Without `alt=sse` the body is a list.
  const { success, data } = body.safeParse(Array.isArray(value) ? value[0] : value);
  if (!success) return null;
  const { message, status, details } = data.error;
  return { message, type: status, code: codeIn(details), retryAfter: waitIn(details) };
}

type Details = readonly z.output<typeof detail>[];

// Of several limits that are reached the one of the day counts: no waiting of ours outlasts it.
function codeIn(details: Details): string | undefined {
  const quotaIds = details.flatMap(({ violations }) => violations ?? []).map(({ quotaId }) => quotaId);
  return quotaIds.find((id) => id?.includes('PerDay')) ?? details.find(({ reason }) => reason)?.reason;
}

function waitIn(details: Details): string | undefined {
  const delay = details.find(({ retryDelay }) => retryDelay !== undefined)?.retryDelay ?? '';
  return /^(\d+(?:\.\d+)?)s$/.exec(delay)?.[1];
}
