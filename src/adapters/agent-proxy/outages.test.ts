import { describe, expect, test } from '@jest/globals';
import type { AgentWire } from '../../core/agent.ts';
import { outcomeOfRun } from '../../core/agents/outcome-of-run.ts';
import { anAgent, anEnd } from '../../testing/builders/an-agent-run.ts';
import { startModelDouble } from '../../testing/doubles/model-double.ts';
import { slowness } from '../../testing/slowness.ts';
import { aModel, aPrompt } from '../../testing/doubles/model-double/api-clients.ts';
import type { ScriptedFault } from '../../testing/doubles/model-double/scripted-fault.ts';
import {
  aRequest,
  openTestProxy,
  wireNames,
  wires,
  type TestProxy,
} from '../../testing/doubles/open-test-proxy.ts';

// So long that an answer has many events, and half of them is no answer.
const simulated = {
  name: 'simulated-a',
  write: () => [{ path: 'src/a.txt', content: 'line\n'.repeat(400) }],
};

const outages: Readonly<Record<string, ScriptedFault>> = {
  'status 401': { kind: 'http', status: 401, type: 'authentication_error' },
  'status 402': { kind: 'http', status: 402, type: 'billing_error' },
  'status 403': { kind: 'http', status: 403, type: 'permission_error' },
  'status 429': { kind: 'http', status: 429, type: 'rate_limit_error', headers: { 'retry-after': '7' } },
  'status 500': { kind: 'http', status: 500, type: 'api_error' },
  'status 503': { kind: 'http', status: 503, type: 'server_error' },
  'status 529': { kind: 'http', status: 529, type: 'overloaded_error' },
  'a redirect': { kind: 'http', status: 307, headers: { location: 'http://127.0.0.1:1/' } },
  'a cut before the headers': { kind: 'cut', at: 'before-headers' },
  'a cut after the headers': { kind: 'cut', at: 'after-headers' },
  'a cut in the stream': { kind: 'cut', at: 'mid-stream' },
  'a stream that ends early': { kind: 'early-close' },
  'an error in the stream': { kind: 'error-event', type: 'overloaded_error' },
  'a failed answer': { kind: 'failed', code: 'server_error' },
  'silence before the headers': { kind: 'stall', at: 'before-headers' },
  'silence in the stream': { kind: 'stall', at: 'mid-stream' },
  'a page of a gateway': { kind: 'garbage', body: '<html>busy</html>', contentType: 'text/html' },
  'nothing at all': { kind: 'garbage', body: '' },
};

const slow = slowness();

// Only where silence is played: elsewhere a slow machine would be taken for it.
function idle(name: string) {
  return name.startsWith('silence') ? { idleMs: 500 * slow } : {};
}

/** What a run says whose agent ended on its own, with or without files. */
function outcomesOf(proxy: TestProxy, wire: AgentWire) {
  const model = aModel({ name: wires[wire].provider, basePath: '' }, 'http://127.0.0.1:1');
  return [anEnd(), anEnd({ left: [], texts: new Map() })].map((end) =>
    outcomeOfRun({ facts: proxy.facts(), end, model: { ...model, agent: anAgent({ wire }) }, secrets: [] }),
  );
}

async function askAll(proxy: TestProxy, wire: AgentWire, times: number): Promise<(number | string)[]> {
  const seen: (number | string)[] = [];
  for (let call = 0; call < times; call += 1)
    seen.push(
      await proxy.ask(aRequest(wire, {}, aPrompt)).then(
        async (answer) =>
          answer.text().then(
            () => answer.status,
            () => 'cut',
          ),
        () => 'cut',
      ),
    );
  return seen;
}

describe.each(wireNames)('an outage of a vendor that speaks %s', (wire) => {
  test.each(Object.entries(outages))(
    '%s from the first call: no code of the agent counts',
    async (name, fault) => {
      await using double = await startModelDouble([simulated], { faults: () => fault });
      await using proxy = await openTestProxy(wire, double.url, { modelChange: idle(name) });
      // Agents ask again by themselves.
      const seen = await askAll(proxy, wire, 2);
      expect(seen).not.toContain(400);
      expect(proxy.facts()).toMatchObject({ limit: null, refused: [], wasIdle: name.startsWith('silence') });
      expect(proxy.facts().calls).toHaveLength(2);
      for (const outcome of outcomesOf(proxy, wire)) {
        expect(outcome).toMatchObject({ kind: 'fault' });
        expect(outcome).not.toMatchObject({ fault: { kind: 'too-long' } });
      }
    },
  );

  test.each(Object.entries(outages))(
    '%s after a good call: no code of the agent counts',
    async (name, fault) => {
      await using double = await startModelDouble([simulated], {
        faults: (call) => (call === 0 ? null : fault),
      });
      await using proxy = await openTestProxy(wire, double.url, { modelChange: idle(name) });
      expect((await askAll(proxy, wire, 2))[0]).toBe(200);
      for (const outcome of outcomesOf(proxy, wire)) expect(outcome).toMatchObject({ kind: 'fault' });
    },
  );

  test('an outage that passes is none: the last call says that the work went on', async () => {
    await using double = await startModelDouble([simulated], {
      faults: (call) => (call === 1 ? { kind: 'http', status: 503 } : null),
    });
    await using proxy = await openTestProxy(wire, double.url);
    expect(await askAll(proxy, wire, 3)).toEqual([200, 503, 200]);
    for (const outcome of outcomesOf(proxy, wire)) expect(outcome).toMatchObject({ kind: 'completed' });
  });

  test('the wait that the vendor asks for, and its words, reach the agent as they are', async () => {
    const message = 'slow down';
    await using double = await startModelDouble([simulated], {
      faults: () => ({
        kind: 'http',
        status: 429,
        message,
        headers: { 'retry-after': '7', 'set-cookie': 'a=b' },
      }),
    });
    await using proxy = await openTestProxy(wire, double.url);
    const answer = await proxy.ask();
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('set-cookie')]).toEqual([
      ...[429, '7', null],
    ]);
    expect(await answer.text()).toContain(message);
    expect(proxy.facts().calls).toMatchObject([
      { status: 429, fault: { message, retryAfterMs: 7000 }, usage: null },
    ]);
  });
});
