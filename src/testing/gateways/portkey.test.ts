import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Model } from '../../core/settings.ts';
import { aModel, apiAdapter, callOnce, testKey } from '../doubles/model-double/api-clients.ts';
import type { ScriptedFault } from '../doubles/model-double/scripted-fault.ts';
import { startModelDouble } from '../doubles/model-double.ts';
import { readGateways } from './read-gateways.ts';
import { recordPortkey } from './record-portkey.ts';
import { portkeyHeaders, startPortkey, type Portkey } from './start-portkey.ts';

let gateway: Portkey;
beforeAll(async () => {
  gateway = await startPortkey();
});
afterAll(async () => gateway[Symbol.asyncDispose]());

const simulated = {
  name: 'simulated-a',
  write: ({ specText }: { readonly specText: string }) => [
    { path: 'src/a.txt', content: specText.repeat(200) },
  ],
};

const clients = [
  { provider: 'openai-compatible', vendor: 'openai' },
  { provider: 'openai', vendor: 'openai' },
  { provider: 'anthropic', vendor: 'anthropic' },
] as const;

describe.each(clients)('$provider through a real gateway', ({ provider, vendor }) => {
  async function asked(fault: ScriptedFault | null = null) {
    const double = await startModelDouble([simulated], { faults: () => fault });
    const adapter = await apiAdapter(provider);
    const behind = { headers: portkeyHeaders(vendor, double.url) };
    const call = (model: Model) => callOnce(adapter.client({ model, apiKey: testKey }));
    const through = await call(aModel(adapter, gateway.url, behind));
    const seen = double.seen.length;
    const direct = await call(aModel(adapter, double.url));
    const requests = double.seen;
    await double[Symbol.asyncDispose]();
    return { through, direct, seen, requests };
  }

  test('reads the answer, its end, the served model and its tokens as without the gateway', async () => {
    const { through, direct, seen } = await asked();

    const whole = { latencyMs: expect.any(Number), requestId: expect.anything() };
    expect(direct.kind).toBe('completed');
    expect(through).toEqual({ ...direct, completion: { ...completionOf(direct), ...whole } });
    expect(seen).toBe(1);
  });

  test('the vendor gets the key, and nothing of what is said to the gateway', async () => {
    const { requests } = await asked();

    const headers = JSON.stringify(requests[0]?.headers);
    expect(headers).toContain(testKey);
    expect(headers).not.toContain('x-portkey');
  });

  const errors: readonly [string, ScriptedFault, string][] = [
    ['a wrong key', { kind: 'http', status: 401, type: 'authentication_error' }, 'config'],
    ['a model that does not exist', { kind: 'http', status: 404, code: 'model_not_found' }, 'config'],
    ['a rate limit', { kind: 'http', status: 429, type: 'rate_limit_error' }, 'transient'],
    [
      'an empty account',
      { kind: 'http', status: 429, code: 'insufficient_quota', type: 'billing_error' },
      'quota',
    ],
    ['a broken server', { kind: 'http', status: 500, type: 'api_error' }, 'transient'],
    ['an overloaded server', { kind: 'http', status: 503, type: 'overloaded_error' }, 'transient'],
    [
      'a prompt that is too long',
      { kind: 'http', status: 400, message: 'prompt is too long: 3 tokens' },
      'too-long',
    ],
  ];

  test.each(errors)('%s is the fault that it is without the gateway', async (_, fault, kind) => {
    const { through } = await asked(fault);

    expect(through).toMatchObject({ kind: 'fault', fault: { kind } });
  });

  // The gateway ends its own stream properly, whatever happened to the vendor's.
  const cuts: readonly [string, ScriptedFault, string][] = [
    ['is cut in the middle', { kind: 'cut', at: 'mid-stream' }, 'transient'],
    ['is cut before the first byte', { kind: 'cut', at: 'before-headers' }, 'transient'],
    ['is cut after its headers', { kind: 'cut', at: 'after-headers' }, 'no-answer'],
    ['ends early, as if it were whole', { kind: 'early-close' }, 'transient'],
    ['holds an error after its start', { kind: 'error-event', type: 'overloaded_error' }, 'transient'],
  ];

  test.each(cuts)('a stream that %s is a fault of the vendor and never an answer', async (_, fault, kind) => {
    const { through } = await asked(fault);

    expect(through).toMatchObject({ kind: 'fault', fault: { kind } });
  });
});

function completionOf(reply: Awaited<ReturnType<typeof callOnce>>) {
  if (reply.kind === 'fault') throw new Error(reply.fault.detail);
  return reply.completion;
}

test('the recording of the gateway is what it sends today', async () => {
  const recorded = readGateways().find(({ name }) => name === 'Portkey')?.exchanges ?? [];

  const today = await recordPortkey(gateway.url);

  const bodies = [...recorded, ...today].filter(({ what }) => what === cutAnswer);
  const least = Math.min(...bodies.map(({ answer }) => answer.body.length));
  expect(recorded.map((exchange) => comparable(exchange, least))).toEqual(
    today.map((exchange) => comparable(exchange, least)),
  );
});

// How much of it arrives before the vendor has hung up is a matter of the moment.
const cutAnswer = 'the vendor hangs up in the middle';

function comparable({ what, answer }: Awaited<ReturnType<typeof recordPortkey>>[number], least: number) {
  return { what, answer: what === cutAnswer ? { ...answer, body: answer.body.slice(0, least) } : answer };
}
