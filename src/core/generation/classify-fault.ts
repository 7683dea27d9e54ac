import type { Fault } from './completion.ts';
import { redact } from './redact.ts';

/** What a vendor said when a call failed, in the vendor's words; nothing in it is cleaned yet. */
export type FaultFacts = {
  /** HTTP status; null where there was no answer, or the stream broke after a 200. */
  readonly status: number | null;
  readonly type: string | null;
  readonly code: string | null;
  readonly message: string;
  readonly requestId: string | null;
  readonly retryAfterMs: number | null;
};

/** Sorts what a vendor said into what we do about it. `secrets` are blanked in the detail. */
export function classifyFault(facts: FaultFacts, secrets: readonly string[]): Fault {
  const status = facts.status === null ? '' : `${facts.status} `;
  return {
    kind: kindOf(facts),
    detail: redact(`${status}${facts.message}`, secrets),
    status: facts.status,
    requestId: facts.requestId,
    retryAfterMs: facts.retryAfterMs,
  };
}

/** Whether the vendor declined the content itself: evidence about the spec, so not a fault but a refused answer. */
export function isRefusal({ status, code, type }: FaultFacts): boolean {
  if (status !== null && status !== 400) return false;
  return [code, type].some((name) => name !== null && refusalNames.has(name));
}

// OpenAI's `response.error.code` where a policy stopped the answer; Azure answers 400 `content_filter`.
const refusalNames = new Set([
  'content_filter',
  'content_policy_violation',
  'bio_policy',
  'misalignment_policy_violation',
  'invalid_prompt',
]);

const quotaNames = new Set([
  'insufficient_quota',
  'billing_error',
  'billing_hard_limit_reached',
  'billing_not_active',
]);

const tooLongNames = new Set([
  'context_length_exceeded',
  'request_too_large',
  'exceed_context_size_error',
  'string_above_max_length',
]);

const configNames = new Set([
  'invalid_request_error',
  'authentication_error',
  'permission_error',
  'not_found_error',
  'invalid_api_key',
  'model_not_found',
  'data_residency_mismatch',
]);

// Anthropic reports a reached spend limit as 400 (or 429), gateways as 403 or 429.
const quotaWords =
  /credit balance|spend(?:ing)? (?:limit|cap)|insufficient (?:credits?|balance|funds)|out of credits/i;

const tooLongWords =
  /prompt is too long|(?:input|prompt|request) (?:is )?too (?:long|large)|maximum context length|context (?:length|window|size|limit).{0,40}exceed|exceed\w*.{0,60}(?:context|maximum number of tokens|token limit|input length)|too many (?:input |prompt )?tokens|reduce the length of/i;

// "max_tokens is too large", "… in the completion": the configured ceiling is at fault, not the spec.
const ceilingWords = /max_(?:completion_|output_|new_)?tokens|max-output-tokens|in the completion/i;

function kindOf(facts: FaultFacts): Fault['kind'] {
  if (isQuota(facts)) return 'quota';
  if (isTooLong(facts)) return 'too-long';
  const { status } = facts;
  if (status === null) return hasName(facts, configNames) ? 'config' : 'transient';
  return isTransientStatus(status) ? 'transient' : 'config';
}

function isQuota(facts: FaultFacts): boolean {
  if (facts.status === 402 || hasName(facts, quotaNames)) return true;
  return (facts.status ?? 0) < 500 && quotaWords.test(facts.message);
}

function isTooLong(facts: FaultFacts): boolean {
  if (facts.status !== null && ![400, 413, 422].includes(facts.status)) return false;
  if (ceilingWords.test(facts.message)) return false;
  return hasName(facts, tooLongNames) || tooLongWords.test(facts.message);
}

function isTransientStatus(status: number): boolean {
  return status >= 500 || [408, 409, 425, 429].includes(status);
}

function hasName({ type, code }: FaultFacts, names: ReadonlySet<string>): boolean {
  return (type !== null && names.has(type)) || (code !== null && names.has(code));
}
