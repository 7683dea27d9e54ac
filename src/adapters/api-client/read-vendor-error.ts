import { unusableRequest, type FaultFacts } from '../../core/generation/classify-fault.ts';
import { gatewayWords, type GatewayWords } from '../../core/generation/gateway-words.ts';
import { retryAfterOf } from './retry-after.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads what the vendors' SDKs throw (status, headers, body, request id) and what fetch throws below them;
 * null for an error that is a bug of ours.
 */
export function readVendorError(error: unknown, now: number): FaultFacts | null {
  if (!isFields(error) || typeof error['message'] !== 'string' || isProgrammingError(error)) return null;
  const status = typeof error['status'] === 'number' ? error['status'] : null;
  return {
    status,
    ...bodyMark(status, error),
    ...wordsOf(error, status),
    requestId: firstText(error['requestID']),
    retryAfterMs: error['headers'] instanceof Headers ? retryAfterOf(error['headers'], now) : null,
  };
}

function wordsOf(error: Fields, status: number | null): Pick<FaultFacts, 'type' | 'code' | 'message'> {
  const body = fieldsOf(error['error']);
  const inner = isFields(body['error']) ? body['error'] : body;
  const unread = typeof inner['message'] === 'string' ? null : unreadBody(status, String(error['message']));
  return {
    type: isUnusableRequest(error) ? unusableRequest : firstText(inner['type'], error['type'], unread?.type),
    code: firstText(inner['code'], error['code'], unread?.code),
    message: firstText(inner['message'], unread?.message, withCauses(error)) ?? '',
  };
}

// A body that is no `{ error }`, such as Gemini's list with one error in it, stands in the SDK's message after the status.
function unreadBody(status: number | null, message: string): GatewayWords | null {
  const start = `${status} `;
  return status === null || !message.startsWith(start) ? null : gatewayWords(message.slice(start.length));
}

function bodyMark(status: number | null, error: Fields): Pick<FaultFacts, 'isFromBody'> {
  return status === null && isFields(error['error']) ? { isFromBody: true } : {};
}

// A TypeError of fetch has a cause, or is "terminated". Without a cause it is our own bug and must not look like an outage.
// Errors are recognised by name, not by class, because a bundle or a test runner may have a second TypeError.
function isProgrammingError(error: Fields): boolean {
  const isSuspect = ['TypeError', 'RangeError', 'ReferenceError'].includes(String(error['name']));
  if (!isSuspect || error['cause'] !== undefined || isUnusableRequest(error)) return false;
  return !/terminated|fetch/.test(String(error['message']));
}

// If a base URL or a key cannot be sent at all, waiting does not help.
function isUnusableRequest(error: Fields): boolean {
  return causesOf(error).some(
    ({ code, message }) =>
      code === 'ERR_INVALID_URL' || /invalid header value|invalid url/i.test(String(message)),
  );
}

// undici says only "fetch failed"; the reason (ECONNREFUSED, a certificate) is one or two causes deeper.
function withCauses(error: Fields): string {
  return causesOf(error)
    .map(({ message }) => message)
    .filter((message) => typeof message === 'string' && message !== '')
    .join(': ');
}

function causesOf(error: Fields): readonly Fields[] {
  const causes: Fields[] = [error];
  for (let cause = error['cause']; isFields(cause) && causes.length < 4; cause = cause['cause'])
    causes.push(cause);
  return causes;
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function firstText(...values: readonly unknown[]): string | null {
  return values.find((value): value is string => typeof value === 'string' && value !== '') ?? null;
}
