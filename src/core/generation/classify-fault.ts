import { providers } from '../providers.ts';
import type { Fault, Mend } from './completion.ts';
import { redact } from './redact.ts';

/** What a vendor said when a call failed, in its own words; nothing is redacted yet. */
export type FaultFacts = {
  /** HTTP status; null when there was no response, or the stream broke after a 200. */
  readonly status: number | null;
  readonly type: string | null;
  readonly code: string | null;
  readonly message: string;
  readonly requestId: string | null;
  readonly retryAfterMs: number | null;
  /** The status was 200, and what came is no answer. */
  readonly isNoAnswer?: true;
  /** What an answer that cannot be read shows to be wrong. */
  readonly mend?: Mend;
  /** The vendor said it in an event of a stream that began with 200. */
  readonly isFromBody?: true;
};

/** Classifies a vendor's error by what we do about it. `secrets` are removed from the detail. */
export function classifyFault(facts: FaultFacts, secrets: readonly string[]): Fault {
  const kind = kindOf(facts);
  return {
    kind,
    detail: redact(kind === 'no-answer' ? noAnswerWords(facts) : statusWords(facts), secrets),
    status: facts.status,
    requestId: facts.requestId,
    retryAfterMs: facts.retryAfterMs,
    ...(kind === 'no-answer' && facts.mend !== undefined ? { mend: facts.mend } : {}),
  };
}

function statusWords({ status, message }: FaultFacts): string {
  return status === null ? message : `${status} ${message}`;
}

function noAnswerWords({ message, mend }: FaultFacts): string {
  if (mend === 'stream') return `status 200 without a stream: ${message}`;
  return `status 200 without an answer: ${message === '' ? 'nothing came' : message}`;
}

/** Whether the vendor refused the content itself. That is evidence about the spec: not a fault but a refused answer. */
export function isRefusal({ status, code, type }: FaultFacts): boolean {
  if (status !== null && status !== 400) return false;
  return [code, type].some((name) => name !== null && refusalNames.has(name));
}

/** A name for requests that cannot even be sent. It comes from the adapters, not from a provider. */
export const unusableRequest = 'unusable-request';

// The words of all providers together, because a gateway passes on the words of the vendor behind it.
const rows = Object.values(providers);
const words = rows.map(({ errors }) => errors);
const refusalNames = new Set(words.flatMap(({ refused }) => refused));
const quotaNames = new Set(words.flatMap(({ quota }) => quota.names));
const quotaPhrases = words.flatMap(({ quota }) => quota.phrases);
const tooLongNames = new Set(words.flatMap(({ tooLong }) => tooLong.names));
const tooLongPhrases = words.flatMap(({ tooLong }) => tooLong.phrases);
// A gateway may give the status of the vendor behind it in a body that came with status 200.
const busyNames = new Set(['429', '529', ...words.flatMap(({ busy }) => busy)]);
const configNames = new Set([unusableRequest, ...words.flatMap(({ config }) => config)]);

// "max_tokens is too large": the configured cap is wrong, not the spec.
const outputCapNames = ['max-output-tokens', ...rows.flatMap(({ outputCaps }) => outputCaps)];
const outputCapPhrases = words.flatMap(({ outputCap }) => outputCap);

function kindOf(facts: FaultFacts): Fault['kind'] {
  if (isQuota(facts)) return 'quota';
  if (isTooLong(facts)) return 'too-long';
  const { status } = facts;
  if (status !== null) return isTransientStatus(status) || isTokenRate(facts) ? 'transient' : 'config';
  if (hasName(facts, configNames)) return 'config';
  return facts.isNoAnswer === true && !isTokenRate(facts) && !hasName(facts, busyNames)
    ? 'no-answer'
    : 'transient';
}

function isQuota(facts: FaultFacts): boolean {
  if (facts.status === 402 || facts.code === '402' || hasName(facts, quotaNames)) return true;
  return (facts.status ?? 0) < 500 && hasPhrase(facts, quotaPhrases);
}

function isTooLong(facts: FaultFacts): boolean {
  if (facts.status !== null && ![400, 413, 422].includes(facts.status)) return false;
  if (isTokenRate(facts)) return false;
  if (isAboutOutputCap(facts)) return false;
  return hasName(facts, tooLongNames) || hasPhrase(facts, tooLongPhrases);
}

// Some vendors answer 413 or 400 when a call is larger than the rest of a rate limit: a limit of the account, not of
// the spec.
function isTokenRate(facts: FaultFacts): boolean {
  return hasName(facts, rateNames) || hasPhrase(facts, ratePhrases);
}

const rateNames = new Set(['rate_limit_exceeded', 'rate_limit_error', 'tokens_per_minute_exceeded']);
const ratePhrases = [/tokens per (?:minute|min|hour|day)/i, /\b[TR]PM\b/, /rate limit/i];

function isAboutOutputCap(facts: FaultFacts): boolean {
  const message = facts.message.toLowerCase();
  const isNamed = outputCapNames.some((name) => message.includes(name.toLowerCase()));
  return isNamed || hasPhrase(facts, outputCapPhrases);
}

function isTransientStatus(status: number): boolean {
  return status >= 500 || [408, 409, 425, 429].includes(status);
}

function hasName({ type, code }: FaultFacts, names: ReadonlySet<string>): boolean {
  return (type !== null && names.has(type)) || (code !== null && names.has(code));
}

function hasPhrase({ message }: FaultFacts, phrases: readonly RegExp[]): boolean {
  return phrases.some((phrase) => phrase.test(message));
}
