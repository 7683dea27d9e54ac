import { describe, expect, test } from '@jest/globals';
import { classifyFault, isRefusal, type FaultFacts } from './classify-fault.ts';

function facts(change: Partial<FaultFacts>): FaultFacts {
  return {
    status: null,
    type: null,
    code: null,
    message: '',
    requestId: null,
    retryAfterMs: null,
    ...change,
  };
}

const table: Readonly<Record<string, readonly Partial<FaultFacts>[]>> = {
  transient: [
    { status: 408 },
    { status: 409 },
    { status: 429, type: 'rate_limit_error' },
    { status: 429, message: 'You exceeded your current quota, please retry in 23 s' },
    { status: 500, message: 'prompt is too long to process right now' },
    { status: 502 },
    { status: 503, message: 'credit balance service is down' },
    { status: 529, type: 'overloaded_error' },
    { type: 'overloaded_error', message: 'Overloaded' },
    { code: 'rate_limit_exceeded' },
    {
      status: 413,
      type: 'tokens',
      code: 'rate_limit_exceeded',
      message: 'Request too large for model on tokens per minute (TPM): Limit 6000, Requested 12007',
    },
    { status: 400, message: 'Request too large: exceeds the tokens per minute limit of your tier' },
    { status: 413, type: 'rate_limit_error', message: 'This request would exceed your rate limit' },
    { code: 'server_error' },
    { isNoAnswer: true, type: 'overloaded_error', message: 'Overloaded' },
    { isNoAnswer: true, code: '429', message: 'Slow down' },
    { isNoAnswer: true, message: 'Rate limit reached for requests per day' },
    { message: 'terminated' },
    { message: 'Connection error.: connect ECONNREFUSED' },
  ],
  quota: [
    { status: 402 },
    { status: 429, code: 'insufficient_quota', message: 'You exceeded your current quota' },
    { status: 429, type: 'insufficient_quota' },
    { status: 403, type: 'billing_error' },
    {
      status: 400,
      type: 'invalid_request_error',
      message: 'Your credit balance is too low to access the API.',
    },
    { status: 400, message: 'You have reached your specified API usage spend limit.' },
    { status: 429, message: 'This workspace has reached its spending limit.' },
    { status: 403, message: 'Insufficient credits. Add more.' },
    { type: 'billing_error' },
    { isNoAnswer: true, code: '402', message: 'Payment required' },
  ],
  'no-answer': [
    { isNoAnswer: true, message: 'upstream idle timeout', code: '502' },
    { isNoAnswer: true, message: 'No endpoints found', code: '404' },
    { isNoAnswer: true, message: 'model is loading' },
    { isNoAnswer: true },
  ],
  'too-long': [
    { isNoAnswer: true, message: "This model's maximum context length is 8192 tokens" },
    { status: 400, message: 'prompt is too long: 250000 tokens > 200000 maximum' },
    { status: 413, type: 'request_too_large', message: 'Request exceeds the maximum size' },
    {
      status: 400,
      code: 'context_length_exceeded',
      message: 'Your input exceeds the context window of this model.',
    },
    {
      status: 400,
      message: "This model's maximum context length is 8192 tokens, your messages resulted in 9000.",
    },
    {
      status: 400,
      message: 'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).',
    },
    { status: 400, message: 'the request exceeds the available context size, try increasing it' },
    { status: 400, type: 'exceed_context_size_error' },
    { status: 422, message: 'Input is too long for requested model.' },
    { code: 'context_length_exceeded' },
  ],
  config: [
    { status: 400, message: 'temperature is not supported' },
    { status: 400, message: 'input length and `max_tokens` exceed context limit: 190000 + 64000 > 200000' },
    {
      status: 400,
      message: "'max_tokens' is too large: 64000. This model's maximum context length is 32768 tokens",
    },
    { status: 401, type: 'authentication_error' },
    { status: 403, type: 'permission_error' },
    { status: 404, type: 'not_found_error' },
    { status: 410 },
    { status: 413, message: '<h1>413 Payload</h1>' },
    { status: 422 },
    { type: 'authentication_error' },
    { code: 'data_residency_mismatch' },
  ],
};

describe('what a vendor says when a call fails', () => {
  const rows = Object.entries(table).flatMap(([kind, all]) => all.map((given) => [given, kind] as const));
  test.each(rows)('%j is %s', (given, kind) => {
    expect(classifyFault(facts(given), []).kind).toBe(kind);
  });

  test('is kept as one line without the key', () => {
    const key = 'sk-secret-123456';
    const message = `Bad key\n${key} (${Buffer.from(key).toString('base64')})\u001B[31m ::error::`;
    const { detail } = classifyFault(facts({ status: 401, message }), [key]);
    expect(detail).toBe('401 Bad key [key] ([key]) [31m ::error::');
  });

  test('with status 200 is said to be without an answer', () => {
    const detailOf = (message: string) => classifyFault(facts({ isNoAnswer: true, message }), []).detail;

    expect(detailOf('model is loading')).toBe('status 200 without an answer: model is loading');
    expect(detailOf('')).toBe('status 200 without an answer: nothing came');
  });

  test('is clipped', () => {
    expect(classifyFault(facts({ message: 'x'.repeat(5000) }), []).detail).toHaveLength(300);
  });
});

describe('a refusal of the content', () => {
  test('is told by its code, after a 400 or inside a stream', () => {
    expect(isRefusal(facts({ status: 400, code: 'content_filter' }))).toBe(true);
    expect(isRefusal(facts({ code: 'bio_policy' }))).toBe(true);
    expect(isRefusal(facts({ status: 400, code: 'invalid_api_key' }))).toBe(false);
    expect(isRefusal(facts({ status: 500, code: 'content_filter' }))).toBe(false);
  });
});
