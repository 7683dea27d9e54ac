import { describe, expect, test } from '@jest/globals';
import type { Reply } from '../../../core/generation/reply.ts';
import { providers } from '../../../core/providers.ts';
import { slowness } from '../../slowness.ts';
import { startModelDouble } from '../model-double.ts';
import { aModel, apiAdapter, apiAdapters, callOnce, testKey, type ApiAdapter } from './api-clients.ts';
import type { ScriptedFault } from './scripted-fault.ts';

const simulated = {
  name: 'simulated-a',
  write: () => [{ path: 'src/a.txt', content: 'line\n'.repeat(400) }],
};

// The first call of a client loads the vendor's SDK, and its idle time runs.
const slow = slowness();

async function replyTo(adapter: ApiAdapter, fault: ScriptedFault, idleMs = 5_000 * slow): Promise<Reply> {
  await using double = await startModelDouble([simulated], { faults: () => fault });
  const reply = await callOnce(
    adapter.client({ model: aModel(adapter, double.url, { idleMs }), apiKey: testKey }),
  );
  const calls = double.callsOf('simulated-a');
  // A machine that stood still itself sent nothing in that time: it gets more.
  if (calls === 0 && idleMs < 60_000) return await replyTo(adapter, fault, 4 * idleMs);
  // Our own loop retries; a second request here would be the SDK's.
  expect(calls).toBe(1);
  return reply;
}

const emptyChunk = 'data: {"id":"x","choices":[{"index":0,"delta":{"role":"assistant","content":""}}]}\n\n';
// A vendor without one of its own sends comments.
const heartbeats: ReadonlyMap<string, string> = new Map([
  ['anthropic', 'event: ping\ndata: {"type":"ping"}\n\n'],
  ['openai', 'event: keepalive\ndata: {"type":"keepalive","sequence_number":3}\n\n'],
  ['openai-compatible', emptyChunk],
  ['google', 'data: {"candidates":[{"index":0,"content":{"role":"model"}}],"usageMetadata":{}}\n\n'],
]);

const http = (
  status: number,
  more: Partial<Extract<ScriptedFault, { kind: 'http' }>> = {},
): ScriptedFault => ({
  kind: 'http',
  status,
  ...more,
});

const faults: readonly (readonly [string, ScriptedFault, object])[] = [
  [
    '429 with retry-after in seconds',
    http(429, { headers: { 'retry-after': '1' } }),
    { kind: 'transient', status: 429, retryAfterMs: 1000 },
  ],
  [
    '429 with retry-after-ms',
    http(429, { headers: { 'retry-after-ms': '150' } }),
    { kind: 'transient', retryAfterMs: 150 },
  ],
  [
    '429 with an hour',
    http(429, { headers: { 'retry-after': '3600' } }),
    { kind: 'transient', retryAfterMs: 3_600_000 },
  ],
  [
    '429 insufficient_quota',
    http(429, { type: 'insufficient_quota', code: 'insufficient_quota' }),
    { kind: 'quota' },
  ],
  ['402', http(402), { kind: 'quota', status: 402 }],
  ['400 spend limit', http(400, { message: 'Your credit balance is too low' }), { kind: 'quota' }],
  [
    '529',
    http(529, { type: 'overloaded_error' }),
    { kind: 'transient', status: 529, requestId: 'req_fault' },
  ],
  [
    '529 that asks not to retry',
    http(529, { headers: { 'x-should-retry': 'false' } }),
    { kind: 'transient' },
  ],
  ['500 that asks to retry', http(500, { headers: { 'x-should-retry': 'true' } }), { kind: 'transient' }],
  ['408', http(408), { kind: 'transient' }],
  ['409', http(409), { kind: 'transient' }],
  [
    '400',
    http(400, { message: `no such parameter, ${testKey}` }),
    { kind: 'config', detail: '400 no such parameter, [key]' },
  ],
  ['401', http(401), { kind: 'config', status: 401 }],
  ['403', http(403), { kind: 'config' }],
  ['404', http(404), { kind: 'config' }],
  ['413', http(413), { kind: 'config' }],
  ['422', http(422), { kind: 'config' }],
  ['400 prompt is too long', http(400, { message: 'prompt is too long: 2 > 1' }), { kind: 'too-long' }],
  ['413 request_too_large', http(413, { type: 'request_too_large' }), { kind: 'too-long' }],
  [
    'an error event after 200',
    { kind: 'error-event', type: 'overloaded_error' },
    { kind: 'transient', status: null },
  ],
  ['an error event about the key', { kind: 'error-event', type: 'authentication_error' }, { kind: 'config' }],
  [
    'a socket cut before the headers',
    { kind: 'cut', at: 'before-headers' },
    { kind: 'transient', status: null },
  ],
  [
    'a socket cut after the headers',
    { kind: 'cut', at: 'after-headers' },
    { kind: 'transient', status: null },
  ],
  ['a socket cut in the middle', { kind: 'cut', at: 'mid-stream' }, { kind: 'transient', status: null }],
  [
    'a clean close without the last event',
    { kind: 'early-close' },
    { kind: 'transient', requestId: 'req_fault' },
  ],
  ['response.failed', { kind: 'failed', code: 'rate_limit_exceeded' }, { kind: 'transient' }],
  [
    'an empty body',
    { kind: 'garbage', body: '' },
    { kind: 'no-answer', detail: 'status 200 without an answer: nothing came', mend: 'base-url' },
  ],
  [
    'a body that is no stream',
    { kind: 'garbage', body: '<html>502</html>', contentType: 'text/html' },
    { kind: 'no-answer', detail: 'status 200 without an answer: 502', mend: 'base-url' },
  ],
  [
    'a whole answer in place of a stream',
    {
      kind: 'garbage',
      body: '{"id":"x","object":"chat.completion","choices":[{"message":{"content":"the answer"}}]}',
      contentType: 'application/json',
    },
    {
      kind: 'no-answer',
      detail: 'status 200 without a stream: the gateway ignored `stream: true` and sent the answer whole',
      mend: 'stream',
    },
  ],
  [
    'an error in a body of JSON',
    {
      kind: 'garbage',
      body: '{"error":{"message":"no upstream","code":502}}',
      contentType: 'application/json',
    },
    { kind: 'no-answer', detail: 'status 200 without an answer: no upstream' },
  ],
  [
    'a stream of broken JSON',
    { kind: 'garbage', body: 'event: message_start\ndata: {"type":\n\n' },
    { kind: 'no-answer' },
  ],
  [
    'a stream of wrong shapes',
    { kind: 'garbage', body: null },
    { kind: 'no-answer', detail: expect.stringContaining('status 200 without an answer: ') },
  ],
];

const ownWords = apiAdapters.flatMap((adapter) => {
  const { refused, quota, tooLong, busy, config } = providers[adapter.name].errors;
  const said = (status: number) => (name: string) => ({
    name,
    sent: http(status, { type: name, code: name }),
  });
  const rows = [
    ...refused.map(said(400)).map((row) => ({ ...row, meaning: 'refused' })),
    ...quota.names.map(said(429)).map((row) => ({ ...row, meaning: 'quota' })),
    ...tooLong.names.map(said(400)).map((row) => ({ ...row, meaning: 'too-long' })),
    ...busy.map((type) => ({
      name: type,
      sent: { kind: 'error-event', type } satisfies ScriptedFault,
      meaning: 'transient',
    })),
    ...config.map((type) => ({
      name: type,
      sent: { kind: 'error-event', type } satisfies ScriptedFault,
      meaning: 'config',
    })),
  ];
  return rows.map((row) => ({ ...row, adapter, provider: adapter.name }));
});

test.each(ownWords)('$provider means $meaning by $name', async ({ adapter, sent, meaning }) => {
  const reply = await replyTo(adapter, sent);
  expect(reply.kind === 'completed' ? reply.completion.finish : reply.fault.kind).toBe(meaning);
});

describe.each(apiAdapters)('$name, when the vendor fails with', (adapter) => {
  test.each(faults)('%s: never an answer', async (_name, fault, expected) => {
    const reply = await replyTo(adapter, fault);
    expect(reply).toMatchObject({ kind: 'fault', fault: expected });
    expect(JSON.stringify(reply)).not.toContain(testKey);
  });

  test.each(['before-headers', 'after-headers', 'mid-stream'] as const)(
    'silence %s: given up after the idle time',
    async (at) => {
      const reply = await replyTo(adapter, { kind: 'stall', at }, 250 * slow);
      expect(reply).toMatchObject({
        kind: 'fault',
        fault: {
          kind: 'transient',
          detail: expect.stringMatching(
            at === 'mid-stream'
              ? /^the answer broke off: nothing arrived for [\d.]+ s$/
              : /^nothing arrived for [\d.]+ s$/,
          ),
        },
      });
    },
  );

  test('a slow stream is no silence', async () => {
    const reply = await replyTo(adapter, { kind: 'slow', everyMs: 8 * slow }, 250 * slow);
    expect(reply).toMatchObject({ kind: 'completed', completion: { finish: 'complete' } });
  });

  test('keep-alive comments are no silence, and the caller can still end them', async () => {
    await using double = await startModelDouble([simulated], {
      faults: () => ({ kind: 'stall', at: 'mid-stream', keepAliveEveryMs: 20 * slow }),
    });
    const model = aModel(adapter, double.url, { idleMs: 200 * slow });
    const client = adapter.client({ model, apiKey: testKey });
    const reply = await callOnce(client, { signal: AbortSignal.timeout(600 * slow) });
    expect(reply).toMatchObject({ kind: 'fault', fault: { detail: 'the call was cancelled' } });
  });

  test.each([
    ['comments', 'after-headers', ': PROCESSING\n\n'],
    ['comments', 'mid-stream', ': PROCESSING\n\n'],
    ['events of its own', 'mid-stream', heartbeats.get(adapter.name) ?? ': PROCESSING\n\n'],
  ] as const)('heartbeats alone (%s, %s) are an outage in the end', async (_, at, beat) => {
    const fault = { kind: 'stall', at, beat, keepAliveEveryMs: 10 * slow } as const;
    let reply = await replyTo(adapter, fault, 100 * slow);
    // A machine that stood still itself looks like a silent vendor: it gets more time.
    for (const idleMs of [400 * slow, 1600 * slow])
      if (reply.kind === 'fault' && reply.fault.detail.includes('nothing arrived'))
        reply = await replyTo(adapter, fault, idleMs);
    expect(reply).toMatchObject({
      kind: 'fault',
      fault: { kind: 'transient', detail: expect.stringMatching(/only heartbeats arrived for [\d.]+ s$/) },
    });
  });

  test('an answer cut by the output limit: truncated', async () => {
    const reply = await replyTo(adapter, { kind: 'end', end: 'truncated' });
    expect(reply).toMatchObject({
      kind: 'completed',
      completion: { finish: 'truncated', servedBy: 'simulated-a' },
    });
  });

  test('a refusal: refused', async () => {
    const reply = await replyTo(adapter, { kind: 'end', end: 'refused' });
    expect(reply).toMatchObject({ kind: 'completed', completion: { finish: 'refused' } });
  });
});

test('a response that failed on a policy is a refused answer', async () => {
  const reply = await replyTo(await apiAdapter('openai'), { kind: 'failed', code: 'bio_policy' });
  expect(reply).toMatchObject({
    kind: 'completed',
    completion: { finish: 'refused', text: '', requestId: 'req_fault' },
  });
});

test('a response whose end says failed is a transient fault', async () => {
  const reply = await replyTo(await apiAdapter('openai'), { kind: 'end', end: 'failed' });
  expect(reply).toMatchObject({ kind: 'fault', fault: { kind: 'transient' } });
});

test.each([
  ['anthropic', 'pause_turn'],
  ['openai-compatible', 'tool_calls'],
  ['google', 'UNEXPECTED_TOOL_CALL'],
] as const)('a whole turn of %s that stopped for %s is no answer', async (name, reason) => {
  const reply = await replyTo(await apiAdapter(name), { kind: 'end', end: 'paused' });
  expect(reply).toMatchObject({
    kind: 'fault',
    fault: {
      kind: 'no-answer',
      detail: `status 200 without an answer: the model stopped for \`${reason}\``,
    },
  });
});
