import { retrying, type Attempted } from '../../core/retrying.ts';
import { plainText } from '../../core/report/words/escape.ts';
import type { Clock } from '../../ports/clock.ts';
import { retryAfterOf } from '../api-client/retry-after.ts';

/** The outcome of a call to GitHub after our retries. */
export type Attempt<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'refused'; readonly status: number | null; readonly why: string };

/**
 * Makes a call at most three times. Outages and secondary rate limits are retried, refusals are not. Other errors are
 * our own and are thrown.
 */
export async function attempt<Value>(clock: Clock, call: () => Promise<Value>): Promise<Attempt<Value>> {
  const once = async (number: number): Promise<Attempted<Attempt<Value>>> => {
    try {
      return { kind: 'last', value: { kind: 'done', value: await call() } };
    } catch (error) {
      const refusal = refusalOf(error, clock.now());
      if (refusal === null) throw error;
      const { isPassing, retryAfterMs, ...refused } = refusal;
      if (!isPassing || number === 3) return { kind: 'last', value: { kind: 'refused', ...refused } };
      return { kind: 'again', afterMs: Math.min(retryAfterMs ?? 1000 * 2 ** (number - 1), 60_000) };
    }
  };
  return retrying(once, (ms) => clock.sleep(ms, neverAborted));
}

/** Whether GitHub's refusal is permanent, so that asking again would not help. */
export function isRefusal(error: unknown): boolean {
  return refusalOf(error, 0)?.isPassing === false;
}

const neverAborted = new AbortController().signal;

type Refusal = {
  readonly status: number | null;
  readonly why: string;
  readonly isPassing: boolean;
  readonly retryAfterMs: number | null;
};

function refusalOf(error: unknown, now: number): Refusal | null {
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
  const retryAfterMs = retryAfterOf(headersOf(error), now);
  const isRateLimit =
    status === 429 || (status === 403 && (retryAfterMs !== null || /rate limit/i.test(message)));
  return {
    status,
    why: `GitHub answered ${status}: ${message}`,
    isPassing: status >= 500 || isRateLimit,
    retryAfterMs,
  };
}

function headersOf(error: Error): Headers {
  const response = 'response' in error ? error.response : null;
  const given = isRecord(response) && isRecord(response['headers']) ? response['headers'] : {};
  const names = ['retry-after', 'retry-after-ms'].filter((name) => given[name] !== undefined);
  return new Headers(names.map((name) => [name, String(given[name])]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
