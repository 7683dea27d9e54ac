import { createServer } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AgentWire } from '../../core/agent.ts';
import { outcomeOfRun } from '../../core/agents/outcome-of-run.ts';
import { anAgent, anEnd } from '../../testing/builders/an-agent-run.ts';
import { chatTools } from '../../testing/doubles/agent-double/chat-tools.ts';
import { geminiTools } from '../../testing/doubles/agent-double/gemini-tools.ts';
import { messagesTools } from '../../testing/doubles/agent-double/messages-tools.ts';
import { responsesTools } from '../../testing/doubles/agent-double/responses-tools.ts';
import type { ToolWire } from '../../testing/doubles/agent-double/tool-wire.ts';
import { startModelDouble } from '../../testing/doubles/model-double.ts';
import { aModel } from '../../testing/doubles/model-double/api-clients.ts';
import { openTestProxy, wireNames, wires } from '../../testing/doubles/open-test-proxy.ts';
import { urlOf } from '../../testing/doubles/url-of.ts';

const toolWires: Readonly<Record<AgentWire, ToolWire>> = {
  ...{ messages: messagesTools, responses: responsesTools, chat: chatTools, gemini: geminiTools },
};
const tool = { name: 'write', namespace: null, parameters: ['path', 'content'] };
const turn = {
  ...{ id: '1', model: 'simulated-a', text: '', tokens: { input: 100, output: 20 } },
  calls: [{ tool, input: { path: 'src/a.ts', content: 'ünïcode 🎉\n'.repeat(20) } }],
};

describe.each(wireNames)('what is heard of an answer in %s', (wire) => {
  const stream = Buffer.from(toolWires[wire].frames(turn).join(''));
  const json = Buffer.from(JSON.stringify(toolWires[wire].whole(turn)));
  const isJson = { isCut: false, contentType: 'application/json' };

  test.each([
    ['as events', stream, { isCut: false }],
    ['as JSON', json, isJson],
  ])(
    'that calls a tool is whole %s, passed on byte by byte, and the tool is known',
    async (_name, bytes, how) => {
      await using server = await sending(bytes, how);
      await using proxy = await openTestProxy(wire, server.url);
      const answer = await proxy.ask();
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
      const usage = { inputTokens: 100, outputTokens: 20 };
      expect(proxy.facts().calls).toMatchObject([
        { fault: null, finish: 'complete', tools: ['write'], usage },
      ]);
    },
  );

  test('that is JSON and was cut is no answer, and is paid by estimate', async () => {
    await using server = await sending(json.subarray(0, 60), isJson);
    await using proxy = await openTestProxy(wire, server.url);
    await (await proxy.ask()).text();
    expect(proxy.facts().calls).toMatchObject([
      { fault: { isNoAnswer: true }, finish: null, isUsageEstimated: true },
    ]);
  });

  test('reaches the agent while the vendor is still writing it', async () => {
    let isRead = () => {};
    const until = new Promise<void>((resolve) => {
      isRead = resolve;
    });
    await using double = await startModelDouble([{ name: 'simulated-a', write: () => [] }], {
      faults: () => ({ kind: 'slow', everyMs: 1, until }),
    });
    await using proxy = await openTestProxy(wire, double.url);
    const body = (await proxy.ask()).body?.getReader();
    // The vendor goes on only after this was read.
    expect((await body?.read())?.done).toBe(false);
    isRead();
    while ((await body?.read())?.done === false);
    expect(proxy.facts().calls).toMatchObject([{ fault: null }]);
  });

  test('cut at any byte it is whole or a classified outage, and paid either way', async () => {
    const model = aModel({ name: wires[wire].provider, basePath: '' }, 'http://127.0.0.1:1');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: stream.length }), fc.boolean(), async (length, isCut) => {
        await using server = await sending(stream.subarray(0, length), { isCut });
        await using proxy = await openTestProxy(wire, server.url);
        const seen = await proxy.ask().then(
          async (answer) =>
            answer.text().then(
              () => answer.status,
              () => 'cut',
            ),
          () => 'cut',
        );
        const facts = proxy.facts();
        const [call] = facts.calls;
        expect(call?.usage?.inputTokens).toBeGreaterThan(0);
        // Only what came to its end may count; a connection that broke never did.
        const isWhole = call?.fault === null;
        expect([isWhole && isCut, seen]).toEqual([false, isCut ? 'cut' : 200]);
        for (const end of [anEnd(), anEnd({ left: [], texts: new Map() })]) {
          const run = { facts, end, model: { ...model, agent: anAgent({ wire }) }, secrets: [] };
          expect(outcomeOfRun(run).kind).toBe(isWhole ? 'completed' : 'fault');
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** A server that answers with these bytes; `isCut`: then it breaks the connection. */
async function sending(bytes: Uint8Array, how: { readonly isCut: boolean; readonly contentType?: string }) {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': how.contentType ?? 'text/event-stream' });
    response.flushHeaders();
    response.write(bytes.length === 0 ? ': \n' : bytes, () =>
      how.isCut ? setTimeout(() => response.socket?.destroy(), 5) : response.end(),
    );
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: urlOf(server),
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

test('what Anthropic keeps for an hour is heard as a part of what was written to its cache', async () => {
  const usage = {
    ...{ input_tokens: 10, cache_read_input_tokens: 500, cache_creation_input_tokens: 300 },
    cache_creation: { ephemeral_5m_input_tokens: 100, ephemeral_1h_input_tokens: 200 },
  };
  const whole = Object.assign({}, messagesTools.whole(turn), { usage: { ...usage, output_tokens: 20 } });
  const bytes = Buffer.from(JSON.stringify(whole));
  await using server = await sending(bytes, { isCut: false, contentType: 'application/json' });
  await using proxy = await openTestProxy('messages', server.url);
  await (await proxy.ask()).text();

  expect(proxy.facts().calls).toMatchObject([
    { usage: { inputTokens: 810, cacheWriteTokens: 300, hourCacheWriteTokens: 200, outputTokens: 20 } },
  ]);
});
