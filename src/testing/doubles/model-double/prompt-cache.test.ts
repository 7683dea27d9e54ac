import { describe, expect, test } from '@jest/globals';
import { providerAdapters } from '../../../adapters/providers.ts';
import type { Prompt, Usage } from '../../../core/generation/completion.ts';
import { inputParts } from '../../../core/generation/input-parts.ts';
import { providerNames, type ProviderName } from '../../../core/providers.ts';
import type { ModelClient } from '../../../ports/model-client.ts';
import { startModelDouble } from '../model-double.ts';
import { aModel, aPrompt, apiAdapter, callOnce, testKey } from './api-clients.ts';

const simulated = {
  name: 'simulated-a',
  write: () => [{ path: 'src/a.txt', content: 'a' }],
  reasoningTokens: 700,
};
const specTokens = 20_000;
const long: Prompt = { ...aPrompt, user: 'spec'.repeat(specTokens) };
const whole = specTokens + Math.ceil(aPrompt.system.length / 4);

async function usageOf(client: ModelClient, prompt: Prompt): Promise<Usage> {
  const reply = await callOnce(client, { prompt });
  if (reply.kind !== 'completed') throw new Error(reply.fault.detail);
  return reply.completion.usage;
}

// The others report no writes: what is written is a part of the fresh input.
const tellWrites: readonly ProviderName[] = ['anthropic', 'openai'];
const wires = await Promise.all(
  providerNames.map(async (name) => ({ name, wire: await providerAdapters[name].wire() })),
);
const caching = wires.flatMap(({ name, wire: { cache } }) =>
  cache === undefined ? [] : [[name, tellWrites.includes(name) ? whole : undefined] as const],
);

describe.each(caching)('the prompt cache behind %s', (name, writes) => {
  const none = writes === undefined ? undefined : 0;

  async function clientFor(url: string): Promise<ModelClient> {
    const adapter = await apiAdapter(name);
    return adapter.client({ model: aModel(adapter, url), apiKey: testKey });
  }

  test('takes the whole prompt, spec and all, with the first sample, and gives it to the next', async () => {
    await using double = await startModelDouble([simulated]);
    const client = await clientFor(double.url);
    const [first, second] = [await usageOf(client, long), await usageOf(client, long)];

    expect([first, second].map((usage) => usage.inputTokens)).toEqual([whole, whole]);
    expect([first.cachedInputTokens, first.cacheWriteTokens]).toEqual([0, writes]);
    expect([second.cachedInputTokens, second.cacheWriteTokens]).toEqual([whole, none]);
    expect(inputParts(second)).toMatchObject({ fresh: 0, read: whole });
  });

  test('has nothing for samples that are asked for before the first has begun to answer', async () => {
    await using double = await startModelDouble([simulated], { latencyMs: 100 });
    const client = await clientFor(double.url);
    const both = await Promise.all([usageOf(client, long), usageOf(client, long)]);

    expect(both.map((usage) => usage.cachedInputTokens)).toEqual([0, 0]);
    expect(both.map((usage) => usage.cacheWriteTokens)).toEqual([writes, writes]);
  });

  test('has nothing for another spec', async () => {
    await using double = await startModelDouble([simulated]);
    const client = await clientFor(double.url);
    await usageOf(client, long);

    expect((await usageOf(client, { ...long, user: `${long.user}!` })).cachedInputTokens).toBe(0);
  });

  test('forgets what is not read in its lifetime, and keeps what is', async () => {
    let now = 0;
    await using double = await startModelDouble([simulated], { now: () => now });
    const client = await clientFor(double.url);
    const lifetimeMs = (await providerAdapters[name].wire()).cache?.lifetimeMs ?? 0;
    const read: number[] = [];
    for (const waitMs of [0, lifetimeMs - 1, lifetimeMs - 1, lifetimeMs]) {
      now += waitMs;
      read.push((await usageOf(client, long)).cachedInputTokens);
    }

    expect(read).toEqual([0, whole, whole, 0]);
  });

  test('is told apart from reasoning, which is a part of the output', async () => {
    await using double = await startModelDouble([simulated]);
    const usage = await usageOf(await clientFor(double.url), long);

    expect(usage.reasoningTokens).toBe(700);
    expect(usage.outputTokens).toBeGreaterThan(700);
  });
});

describe('what is sent for the cache of', () => {
  const mark = { cache_control: { type: 'ephemeral' } };

  async function bodyFor(name: ProviderName, params = {}): Promise<unknown> {
    await using double = await startModelDouble([simulated]);
    const adapter = await apiAdapter(name);
    await callOnce(adapter.client({ model: aModel(adapter, double.url, { params }), apiKey: testKey }));
    return double.seen[0]?.body;
  }

  test('Anthropic: a mark at the end of what both arms share, and one at the end of the spec', async () => {
    expect(await bodyFor('anthropic')).toMatchObject({
      system: [{ type: 'text', text: aPrompt.system, ...mark }],
      messages: [{ role: 'user', content: [{ type: 'text', text: aPrompt.user, ...mark }] }],
    });
  });

  test('Anthropic, where the user says how: only that', async () => {
    const cache_control = { type: 'ephemeral', ttl: '1h' };
    const body = await bodyFor('anthropic', { cache_control });

    expect(body).toMatchObject({ cache_control });
    expect(JSON.stringify(body).match(/cache_control/g)).toHaveLength(1);
  });

  test('OpenAI: a key, the same for each sample of an arm', async () => {
    await using double = await startModelDouble([simulated]);
    using _ = leadTo(double.url);
    const adapter = await apiAdapter('openai');
    const client = adapter.client({
      model: aModel(adapter, double.url, { baseUrl: null }),
      apiKey: testKey,
    });
    const used = [await usageOf(client, long), await usageOf(client, long), await usageOf(client, aPrompt)];
    const keys = double.seen.map(({ body }) => Object(body).prompt_cache_key);

    expect(used.map((usage) => usage.cachedInputTokens)).toEqual([0, whole, 0]);
    expect(keys[0]).toMatch(/^spec-portability-[0-9a-f]{32}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  test.each(providerNames.filter((name) => name !== 'anthropic'))(
    'another server, through %s: nothing',
    async (name) => {
      expect(JSON.stringify(await bodyFor(name))).not.toContain('cache');
    },
  );
});

/** Requests to OpenAI's own address reach the double, as if its name led there. */
function leadTo(url: string): Disposable {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) =>
    real(typeof input === 'string' ? input.replace('https://api.openai.com', url) : input, init);
  return { [Symbol.dispose]: () => void (globalThis.fetch = real) };
}
