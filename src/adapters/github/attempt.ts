import { plainText } from '../../core/report/words/escape.ts';
import type { Clock } from '../../ports/clock.ts';

/** The outcome of a call to GitHub after our retries. */
export type Attempt<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'refused'; readonly status: number | null; readonly why: string };

/**
 * Makes a call at most three times. Outages and secondary rate limits are retried, refusals are not. Other errors are
 * our own and are thrown.
 */
export async function attempt<Value>(clock: Clock, call: () => Promise<Value>): Promise<Attempt<Value>> {
  for (let number = 1; ; number += 1) {
    try {
      return { kind: 'done', value: await call() };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === null) throw error;
      if (!refusal.isPassing || number === 3)
        return { kind: 'refused', status: refusal.status, why: refusal.why };
      const waitMs = refusal.retryAfterMs ?? 1000 * 2 ** (number - 1);
      await clock.sleep(Math.min(waitMs, 60_000), neverAborted);
    }
  }
}

/** Whether GitHub's refusal is permanent, so that asking again would not help. */
export function isRefusal(error: unknown): boolean {
  return refusalOf(error)?.isPassing === false;
}

const neverAborted = new AbortController().signal;

type Refusal = {
  readonly status: number | null;
  readonly why: string;
  readonly isPassing: boolean;
  readonly retryAfterMs: number | null;
};

function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Error)) return null;
  const message = plainText(error.message, 300);
  // fetch throws these when a connection breaks in the middle of a response.
  if (!('status' in error)) {
    const isCut = error.message === 'terminated' || error.cause instanceof Error;
    return isCut
      ? { status: null, why: `the connection broke: ${message}`, isPassing: true, retryAfterMs: null }
      : null;
  }
  const status = Number(error.status);
  const retryAfterMs = retryAfterOf(error);
  const isRateLimit =
    status === 429 || (status === 403 && (retryAfterMs !== null || /rate limit/i.test(message)));
  return {
    status,
    why: `GitHub answered ${status}: ${message}`,
    isPassing: status >= 500 || isRateLimit,
    retryAfterMs,
  };
}

function retryAfterOf(error: Error): number | null {
  const response = 'response' in error ? error.response : null;
  const headers = isRecord(response) ? response['headers'] : null;
  const seconds = isRecord(headers) ? Number(headers['retry-after'] ?? Number.NaN) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
