import { createServer } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { providers } from '../../core/providers.ts';
import { startModelDouble } from '../../testing/doubles/model-double.ts';
import { aModel, testKey } from '../../testing/doubles/model-double/api-clients.ts';
import { urlOf } from '../../testing/doubles/url-of.ts';
import { googleClient } from '../google/google-client.ts';
import { aRequest, openTestProxy, wireNames, wires } from '../../testing/doubles/open-test-proxy.ts';

const simulated = { name: 'simulated-a', write: () => [] };
const said = 'This prompt does not state the answer format.';

describe.each(wireNames)('an agent that speaks %s through the proxy', (wire) => {
  test('gets the answer, and the proxy knows status, model, id and tokens', async () => {
    await using double = await startModelDouble([simulated]);
    await using proxy = await openTestProxy(wire, double.url);
    const answer = await proxy.ask();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    expect(await answer.text()).toContain(said);
    expect(proxy.facts()).toEqual({
      calls: [
        {
          ...{ status: 200, fault: null, finish: 'complete', tools: [], isUsageEstimated: false },
          ...{ servedBy: 'simulated-a', requestId: 'req_simulated-a-0' },
          usage: expect.objectContaining({ inputTokens: expect.any(Number), outputTokens: 12 }),
          latencyMs: expect.any(Number),
        },
      ],
      ...{ refused: [], limit: null, wasIdle: false },
    });
    expect(proxy.firstEvents()).toBe(1);
  });

  test('never holds the key: it is put on here, whatever the agent sent in its place', async () => {
    await using double = await startModelDouble([simulated]);
    await using proxy = await openTestProxy(wire, double.url);
    const headers = {
      'content-type': 'application/json',
      authorization: 'Bearer placeholder',
      'x-api-key': 'placeholder',
      'x-goog-api-key': 'placeholder',
      'api-key': 'placeholder',
      'x-forwarded-host': 'placeholder',
      cookie: 'placeholder=1',
    };
    const { path } = wires[wire];
    await (
      await proxy.ask(aRequest(wire), {
        headers,
        path: `${path}${path.includes('?') ? '&' : '?'}key=placeholder`,
      })
    ).text();
    const [seen] = double.seen;
    expect(JSON.stringify([seen?.headers, seen?.path])).not.toContain('placeholder');
    const { keyHeader } = providers[wires[wire].provider];
    expect(seen?.headers[keyHeader.name]).toBe(`${keyHeader.prefix}${testKey}`);
  });

  test('never holds the headers of a gateway: they are put on here, and what is secret in them is not given back', async () => {
    const secret = 'gateway-0f1e2d3c4b5a';
    await using double = await startModelDouble([simulated], {
      faults: (call) => (call === 0 ? { kind: 'http', status: 500, message: `you sent ${secret}` } : null),
    });
    await using proxy = await openTestProxy(wire, double.url, {
      modelChange: { headers: { 'x-route': { text: 'one' }, 'x-gateway-auth': { env: 'GATEWAY' } } },
      variables: new Map([['GATEWAY', secret]]),
    });
    const headers = { 'x-route': 'another', 'x-gateway-auth': 'placeholder' };
    const answers = [await proxy.ask(undefined, { headers }), await proxy.ask()];
    const told = await Promise.all(answers.map(async (answer) => answer.text()));
    for (const seen of double.seen)
      expect(seen.headers).toMatchObject({ 'x-route': 'one', 'x-gateway-auth': secret });
    expect(double.seen).toHaveLength(2);
    expect(told[0]).toContain('you sent [key]');
    expect(JSON.stringify([told, proxy.facts()])).not.toContain(secret);
  });

  test('is answered in JSON where it did not ask for a stream, and that is counted too', async () => {
    if (wire === 'gemini') return;
    await using double = await startModelDouble([simulated]);
    await using proxy = await openTestProxy(wire, double.url);
    const answer = await proxy.ask(aRequest(wire, { stream: false }));
    expect(JSON.stringify(await answer.json())).toContain(said);
    expect(proxy.facts().calls).toMatchObject([
      { status: 200, fault: null, finish: 'complete', usage: { outputTokens: 12 }, isUsageEstimated: false },
    ]);
  });

  test('sends on what was checked, and nothing that stands beside it in the bytes', async () => {
    await using double = await startModelDouble([simulated]);
    await using proxy = await openTestProxy(wire, double.url);
    const twice = JSON.stringify(aRequest(wire)).replace('{', '{ "tools": [{"type":"web_search"}], ');
    expect((await proxy.ask(twice)).status).toBe(200);
    expect(JSON.stringify(double.seen[0]?.body)).not.toContain('web_search');
  });

  test('finds the one model in a list and by its name, for which no vendor is asked', async () => {
    await using double = await startModelDouble([simulated]);
    await using proxy = await openTestProxy(wire, double.url);
    const path = wire === 'gemini' ? '/v1beta/models' : '/v1/models';
    const get = async (end: string) =>
      proxy.ask(undefined, { path: `${path}${end}`, method: 'GET', body: null });
    expect(await (await get('')).text()).toContain('simulated-a');
    const id = wire === 'gemini' ? { name: 'models/simulated-a' } : { id: 'simulated-a' };
    expect(await (await get('/simulated-a')).json()).toMatchObject(id);
    expect([double.requests, proxy.facts()]).toMatchObject([[], { calls: [], refused: [] }]);
    expect((await get('/simulated-b')).status).toBe(404);
    expect([double.requests, proxy.facts().refused]).toMatchObject([
      [],
      [{ why: 'model', asked: 'model simulated-b', times: 1 }],
    ]);
  });
});

test.each(['v1beta', 'v1beta/', 'v1alpha', 'v1'])(
  'a base URL of Google that ends in %s is asked in this version, as a plain model asks there',
  async (version) => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(400).end();
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `${urlOf(server)}/${version}`;
    await using proxy = await openTestProxy('gemini', baseUrl, { modelChange: { baseUrl } });
    await (await proxy.ask()).text();
    const model = aModel({ name: 'google', basePath: '' }, baseUrl, { baseUrl });
    await googleClient({ model, apiKey: testKey }).complete({
      ...{ prompt: { system: '', user: 'Hello.', nonce: 'N' }, onFirstEvent: () => undefined },
      signal: new AbortController().signal,
    });
    server.close();
    const path = `/${version.replace('/', '')}/models/simulated-a:streamGenerateContent?alt=sse`;
    expect(asked).toEqual([path, path]);
  },
);

describe('the vendors’ own SDKs through the proxy', () => {
  test('anthropic’s streams a message, lists models and counts tokens', async () => {
    await using double = await startModelDouble([simulated]);
    await using proxy = await openTestProxy('messages', double.url);
    const client = new Anthropic({ baseURL: proxy.url, apiKey: 'placeholder', maxRetries: 0 });
    const body = {
      model: 'simulated-a',
      max_tokens: 100,
      messages: [{ role: 'user' as const, content: 'Hello.' }],
    };
    const message = await client.messages.stream(body).finalMessage();
    expect(message.content).toMatchObject([{ type: 'text', text: expect.stringContaining(said) }]);
    const models = await client.models.list();
    expect(models.data.map(({ id }) => id)).toEqual(['simulated-a']);
    expect(await client.models.retrieve('simulated-a')).toMatchObject({ type: 'model', id: 'simulated-a' });
    expect((await client.messages.countTokens(body)).input_tokens).toBeGreaterThan(5);
    expect(proxy.facts().calls).toHaveLength(1);
  });

  test('openai’s streams a response and a chat', async () => {
    await using double = await startModelDouble([simulated]);
    await using responses = await openTestProxy('responses', double.url);
    await using chat = await openTestProxy('chat', double.url);
    const clientOf = (url: string) =>
      new OpenAI({ baseURL: `${url}/v1`, apiKey: 'placeholder', maxRetries: 0 });
    const events = await clientOf(responses.url).responses.create({
      model: 'simulated-a',
      input: 'Hello.',
      stream: true,
    });
    const texts: string[] = [];
    for await (const event of events)
      if (event.type === 'response.output_text.delta') texts.push(event.delta);
    expect(texts.join('')).toContain(said);
    const completion = await clientOf(chat.url)
      .chat.completions.stream({ model: 'simulated-a', messages: [{ role: 'user', content: 'Hello.' }] })
      .finalChatCompletion();
    expect(completion.choices[0]?.message.content).toContain(said);
    for (const { url } of [responses, chat])
      expect(await clientOf(url).models.retrieve('simulated-a')).toMatchObject({ id: 'simulated-a' });
    expect(double.seen[0]?.body).toMatchObject({ store: false });
    expect([...responses.facts().calls, ...chat.facts().calls]).toMatchObject([
      { fault: null },
      { fault: null },
    ]);
  });

  test('read a refusal and a limit as an error of the vendor that is not tried again', async () => {
    await using double = await startModelDouble([simulated]);
    await using proxy = await openTestProxy('messages', double.url, {
      limits: { turns: 1 },
    });
    const client = new Anthropic({ baseURL: proxy.url, apiKey: 'placeholder', maxRetries: 3 });
    const ask = async (model: string) =>
      client.messages.create({ model, max_tokens: 10, messages: [{ role: 'user', content: 'Hello.' }] });
    await expect(ask('simulated-b')).rejects.toMatchObject({ status: 400, type: 'invalid_request_error' });
    await ask('simulated-a');
    await expect(ask('simulated-a')).rejects.toThrow(/limit of this sample is reached: turns 1/);
    expect(proxy.facts()).toMatchObject({
      ...{ calls: [{ fault: null }], limit: 'turns' },
      refused: [{ why: 'model', asked: 'model simulated-b', times: 1 }],
    });
  });
});
