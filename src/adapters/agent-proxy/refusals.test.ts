import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { startModelDouble } from '../../testing/doubles/model-double.ts';
import { testKey } from '../../testing/doubles/model-double/api-clients.ts';
import {
  aRequest,
  openTestProxy,
  wireNames,
  wires,
  type TestProxy,
} from '../../testing/doubles/open-test-proxy.ts';

const simulated = { name: 'simulated-a', write: () => [] };

/** What a socket answers to these bytes, until it is closed. */
async function raw({ socketPath }: TestProxy, text: string): Promise<string> {
  const socket = connect(socketPath);
  const parts: string[] = [];
  socket.on('data', (bytes) => parts.push(bytes.toString('latin1')));
  socket.on('error', () => {});
  socket.end(text);
  await once(socket, 'close');
  return parts.join('');
}

describe('what an agent cannot reach', () => {
  test('other hosts, paths and protocols are refused, counted and shown', async () => {
    await using double = await startModelDouble([simulated]);
    await using proxy = await openTestProxy('messages', double.url);
    const host = 'host: 127.0.0.1\r\nconnection: close\r\n\r\n';
    const upgrade = 'host: 127.0.0.1\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n';
    const answers = [
      await raw(proxy, `POST http://statsig.example/v1/log HTTP/1.1\r\n${host}`),
      await raw(proxy, `CONNECT files.example:443 HTTP/1.1\r\n${host}`),
      await raw(proxy, `GET /v1/responses HTTP/1.1\r\n${upgrade}`),
      await raw(proxy, `POST /v1/files HTTP/1.1\r\n${host}`),
      await raw(proxy, `POST /v1/files HTTP/1.1\r\n${host}`),
    ];
    expect(answers.map((answer) => answer.slice(9, 12))).toEqual(['403', '403', '403', '404', '404']);
    expect(double.requests).toEqual([]);
    expect(proxy.facts()).toMatchObject({
      calls: [],
      refused: [
        { why: 'host', asked: 'statsig.example', times: 1 },
        { why: 'host', asked: 'files.example:443', times: 1 },
        { why: 'upgrade', asked: 'websocket /v1/responses', times: 1 },
        { why: 'path', asked: 'POST /v1/files', times: 2 },
      ],
    });
  });

  test.each(wireNames)('%s: what is refused is answered with 400 in the vendor’s shape', async (wire) => {
    await using double = await startModelDouble([simulated]);
    await using proxy = await openTestProxy(wire, double.url);
    const tools = wire === 'gemini' ? [{ googleSearch: {} }] : [{ type: 'web_search_20250305', name: 'a' }];
    const answer = await proxy.ask(aRequest(wire, { tools }));
    expect(answer.status).toBe(400);
    expect(JSON.stringify(await answer.json())).toMatch(/"error":.*is not passed on to the model: tool/);
    expect([double.requests, proxy.facts()]).toMatchObject([
      [],
      { refused: [{ why: 'hosted-tool', times: 1 }] },
    ]);
  });

  test('requests that are too large, compressed or no JSON are refused and not kept', async () => {
    await using double = await startModelDouble([simulated]);
    await using proxy = await openTestProxy('chat', double.url);
    const large = await proxy.ask(`{"model":"${'x'.repeat(33 * 1024 * 1024)}"}`);
    const compressed = await proxy.ask(aRequest('chat'), { headers: { 'content-encoding': 'gzip' } });
    const nonsense = await proxy.ask('nonsense');
    expect([large.status, compressed.status, nonsense.status]).toEqual([400, 400, 400]);
    expect(proxy.facts().refused.map(({ why }) => why)).toEqual(['too-large', 'unreadable', 'unreadable']);
    expect(double.requests).toEqual([]);
  });

  test('a thousand wrong calls are a list of bounded length, without hidden characters', async () => {
    await using double = await startModelDouble([simulated]);
    await using proxy = await openTestProxy('chat', double.url);
    for (let round = 0; round < 10; round += 1)
      await Promise.allSettled(
        Array.from({ length: 100 }, async (_, index) =>
          (await proxy.ask(aRequest('chat', { model: `m${round}-${index}\u202E\n::error::x` }))).text(),
        ),
      );
    const { refused, limit } = proxy.facts();
    expect(refused.length).toBeLessThanOrEqual(42);
    expect(refused.reduce((sum, { times }) => sum + times, 0)).toBe(1000);
    expect(JSON.stringify(refused)).not.toMatch(/\u202E|\\n/);
    expect([limit, double.requests]).toEqual([null, []]);
  });
});

describe('the key', () => {
  test.each(wireNames)('%s: a vendor that sends it back does not tell it to the agent', async (wire) => {
    const echo = { 'x-request-id': testKey, 'set-cookie': testKey, 'x-echo': testKey };
    await using double = await startModelDouble([simulated], {
      faults: (call) =>
        call === 0
          ? { kind: 'http', status: 500, message: `you sent Bearer ${testKey}`, headers: echo }
          : { kind: 'garbage', body: `data: {"echo":"${testKey}"}\n\n`.repeat(50) },
    });
    await using proxy = await openTestProxy(wire, double.url);
    const seen: unknown[] = [];
    for (const answer of [await proxy.ask(), await proxy.ask()])
      seen.push([...answer.headers], await answer.text());
    expect(JSON.stringify([seen, proxy.facts()])).not.toContain(testKey);
    expect(JSON.stringify(seen)).toContain('[key]');
  });
});

describe('the end of a proxy', () => {
  test('leaves no socket and no connection, whatever was going on', async () => {
    await using double = await startModelDouble([simulated], {
      faults: () => ({ kind: 'stall', at: 'mid-stream' }),
    });
    const proxy = await openTestProxy('messages', double.url, { modelChange: { idleMs: 60_000 } });
    const going = await proxy.ask();
    const silent = connect(proxy.socketPath);
    silent.on('error', () => {});
    await once(silent, 'connect');
    const half = request({ socketPath: proxy.socketPath, path: wires.messages.path, method: 'POST' });
    half.on('error', () => {});
    half.write('{"model":');
    await proxy[Symbol.asyncDispose]();
    await expect(going.text()).rejects.toThrow('terminated');
    expect(existsSync(proxy.socketPath)).toBe(false);
    expect(proxy.facts()).toMatchObject({ calls: [{ isCutByAgent: true, status: 200 }], wasIdle: false });
  });

  test('comes with the end of the run: calls are ended, and the vendor is not blamed', async () => {
    await using double = await startModelDouble([simulated], {
      faults: () => ({ kind: 'stall', at: 'before-headers' }),
    });
    const run = new AbortController();
    await using proxy = await openTestProxy('chat', double.url, {
      signal: run.signal,
      modelChange: { idleMs: 60_000 },
    });
    const asked = proxy.ask();
    while (double.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    run.abort();
    await expect(asked).rejects.toThrow('fetch failed');
    while (proxy.facts().calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(proxy.facts()).toMatchObject({ calls: [{ isCutByAgent: true, usage: null }], wasIdle: false });
  });
});
