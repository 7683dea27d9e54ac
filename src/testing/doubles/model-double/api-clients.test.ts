import { afterEach, describe, expect, test } from '@jest/globals';
import { readAnswer } from '../../../core/generation/read-answer.ts';
import { providers } from '../../../core/providers.ts';
import { startModelDouble } from '../model-double.ts';
import { aModel, aPrompt, apiAdapter, apiAdapters, callOnce, testKey } from './api-clients.ts';

const simulated = {
  name: 'simulated-a',
  write: ({ specText, sample }: { readonly specText: string; readonly sample: number }) => [
    { path: 'src/a.txt', content: `${sample} ${specText}` },
  ],
};

const polluted = [
  'ANTHROPIC_BASE_URL',
  'ANTHROPIC_AUTH_TOKEN',
  'ANTHROPIC_CUSTOM_HEADERS',
  'OPENAI_BASE_URL',
  'OPENAI_ORG_ID',
  'OPENAI_PROJECT_ID',
  'OPENAI_CUSTOM_HEADERS',
  'GEMINI_API_KEY',
  'GOOGLE_API_KEY',
  'GOOGLE_GEMINI_BASE_URL',
];

afterEach(() => {
  for (const name of polluted) delete process.env[name];
});

describe.each(apiAdapters)('$name', (adapter) => {
  test('brings a whole answer, who served it, its request id and its tokens', async () => {
    await using double = await startModelDouble([simulated]);
    const client = adapter.client({ model: aModel(adapter, double.url), apiKey: testKey });
    let firstEvents = 0;
    const onFirstEvent = () => {
      firstEvents += 1;
    };
    const first = await callOnce(client, { onFirstEvent });
    const second = await callOnce(client);
    expect(firstEvents).toBe(1);
    expect(first).toMatchObject({
      kind: 'completed',
      completion: { finish: 'complete', servedBy: 'simulated-a', requestId: 'req_simulated-a-0' },
    });
    if (first.kind !== 'completed' || second.kind !== 'completed') throw new Error('no answer');
    const answer = readAnswer({ completion: first.completion, nonce: 'K7QZ3M', mayWrite: () => true });
    expect(answer).toEqual({ kind: 'files', files: [{ path: 'src/a.txt', content: '0 Say ünïcode 🎉.\n' }] });
    const input = Math.ceil(aPrompt.system.length / 4) + Math.ceil(aPrompt.user.length / 4);
    const output = Math.ceil(first.completion.text.length / 4);
    // The prompt is too short for any vendor's cache.
    const usage = { inputTokens: input, cachedInputTokens: 0, outputTokens: output };
    expect(first.completion.usage).toMatchObject(usage);
    expect(second.completion.usage).toMatchObject(usage);
    expect(first.completion.latencyMs).toBeGreaterThanOrEqual(0);
  });

  test('brings a huge answer', async () => {
    const content = `${'0123456789abcde\n'.repeat(256 * 1024)}`;
    const huge = { name: 'simulated-a', write: () => [{ path: 'src/a.txt', content }] };
    await using double = await startModelDouble([huge]);
    const reply = await callOnce(adapter.client({ model: aModel(adapter, double.url), apiKey: testKey }));
    if (reply.kind !== 'completed') throw new Error('no answer');
    expect(reply.completion.text.length).toBeGreaterThan(content.length);
  });

  test('sends the key in one header, and nothing that stands in the environment', async () => {
    await using double = await startModelDouble([simulated]);
    for (const name of polluted) process.env[name] = 'http://127.0.0.1:9/polluted';
    process.env['ANTHROPIC_CUSTOM_HEADERS'] = 'x-polluted: 1\nauthorization: Bearer polluted';
    process.env['OPENAI_CUSTOM_HEADERS'] = 'x-polluted: 1\nauthorization: Bearer polluted';
    const reply = await callOnce(adapter.client({ model: aModel(adapter, double.url), apiKey: testKey }));
    expect(reply.kind).toBe('completed');
    const { keyHeader } = providers[adapter.name];
    const sent = Object.entries(double.seen[0]?.headers ?? {}).filter(([, value]) =>
      value?.includes(testKey),
    );
    expect(sent).toEqual([[keyHeader.name, `${keyHeader.prefix}${testKey}`]]);
    expect(JSON.stringify(double.seen[0]?.headers)).not.toMatch(/polluted/);
  });

  test('sends the headers that a gateway wants, with values of variables, and tells none of these', async () => {
    const secret = 'cf-secret-0123456789';
    const faults = () => ({ kind: 'http', status: 400, message: `wrong ${secret}` }) as const;
    await using double = await startModelDouble([simulated], { faults });
    const headers = { 'x-team': { text: 'docs' }, 'x-gateway-token': { env: 'TOKEN' } } as const;
    const model = aModel(adapter, double.url, { headers });
    const account = { model, apiKey: testKey, variables: new Map([['TOKEN', secret]]) };
    const reply = await callOnce(adapter.client(account));
    expect(double.seen[0]?.headers).toMatchObject({ 'x-team': 'docs', 'x-gateway-token': secret });
    expect(JSON.stringify(reply)).not.toContain(secret);
  });

  test('sends no key to a server that wants none', async () => {
    await using double = await startModelDouble([simulated]);
    const reply = await callOnce(adapter.client({ model: aModel(adapter, double.url), apiKey: null }));
    expect(reply.kind).toBe('completed');
    const sent = Object.keys(double.seen[0]?.headers ?? {});
    expect(sent).not.toContain('authorization');
    expect(sent).not.toContain(providers[adapter.name].keyHeader.name);
    expect(sent.filter((name) => name.includes('key'))).toEqual([]);
  });

  test('sends no sampling parameter unless the user gives one, and then verbatim', async () => {
    await using double = await startModelDouble([simulated]);
    await callOnce(adapter.client({ model: aModel(adapter, double.url), apiKey: testKey }));
    const params = { temperature: 0.5, stream: false, model: 'other' };
    await callOnce(adapter.client({ model: aModel(adapter, double.url, { params }), apiKey: testKey }));
    expect(double.seen[0]?.body).not.toHaveProperty('temperature');
    expect(double.seen[1]?.body).toHaveProperty('temperature', 0.5);
    expect(double.seen[1]).toMatchObject({ isStreamed: true, model: 'simulated-a' });
  });

  test('can be cancelled before and during the call', async () => {
    await using double = await startModelDouble([simulated], { latencyMs: 400 });
    const client = adapter.client({ model: aModel(adapter, double.url), apiKey: testKey });
    const before = await callOnce(client, { signal: AbortSignal.abort() });
    const during = await callOnce(client, { signal: AbortSignal.timeout(50) });
    expect(before).toMatchObject({ kind: 'fault', fault: { detail: 'the call was cancelled' } });
    expect(during).toMatchObject({ kind: 'fault', fault: { detail: 'the call was cancelled' } });
  });

  test.each([
    ['a base URL that is none', { baseUrl: 'nonsense' }, testKey],
    ['a key with a line break', {}, 'sk-test-with\nbreak'],
  ])('stops the model on %s', async (_name, change, apiKey) => {
    await using double = await startModelDouble([simulated]);
    const reply = await callOnce(adapter.client({ model: aModel(adapter, double.url, change), apiKey }));
    expect(reply).toMatchObject({ kind: 'fault', fault: { kind: 'config' } });
    expect(JSON.stringify(reply)).not.toContain('sk-test-with');
  });

  test('calls a closed port an outage', async () => {
    const double = await startModelDouble([simulated]);
    await double[Symbol.asyncDispose]();
    const reply = await callOnce(adapter.client({ model: aModel(adapter, double.url), apiKey: testKey }));
    expect(reply).toMatchObject({
      kind: 'fault',
      fault: { kind: 'transient', detail: expect.stringContaining('ECONNREFUSED') },
    });
  });
});

describe('what only one vendor is sent', () => {
  const effort = 'medium';
  test.each([
    [
      'anthropic',
      { output_config: { effort }, max_tokens: 64_000, system: [{ type: 'text', text: aPrompt.system }] },
    ],
    [
      'openai',
      { reasoning: { effort }, max_output_tokens: 64_000, store: false, instructions: aPrompt.system },
    ],
    [
      'google',
      {
        generationConfig: { maxOutputTokens: 64_000, thinkingConfig: { thinkingLevel: effort } },
        systemInstruction: { parts: [{ text: aPrompt.system }] },
        contents: [{ role: 'user', parts: [{ text: aPrompt.user }] }],
      },
    ],
    [
      'openai-compatible',
      { reasoning_effort: effort, max_tokens: 64_000, stream_options: { include_usage: true } },
    ],
  ] as const)('%s', async (name, expected) => {
    await using double = await startModelDouble([simulated]);
    const adapter = await apiAdapter(name);
    await callOnce(adapter.client({ model: aModel(adapter, double.url, { effort }), apiKey: testKey }));
    expect(double.seen[0]?.body).toMatchObject(expected);
  });
});
