import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { expect, test } from '@jest/globals';
import type { Reply } from '../../core/generation/reply.ts';
import type { Model } from '../../core/settings.ts';
import { aModel, apiAdapter, callOnce, testKey } from '../../testing/doubles/model-double/api-clients.ts';

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

async function serve(
  answer: Serve,
): Promise<AsyncDisposable & { readonly url: string; readonly seen: string[] }> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.url} ${JSON.stringify(request.headers)}`);
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    seen,
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function ask(url: string, change: Partial<Model> = {}): Promise<Reply> {
  const adapter = await apiAdapter('google');
  return callOnce(adapter.client({ model: aModel(adapter, url, change), apiKey: testKey }));
}

const said = 'data: {"candidates":[{"content":{"parts":[{"text":"half of it"}]}}]}\r\n\r\n';
const stop = 'data: {"candidates":[{"content":{"parts":[{"text":""}]},"finishReason":"STOP"}]}\r\n\r\n';
const overloaded =
  '{\n  "error": {\n    "code": 503,\n    "message": "The model is overloaded.",\n    "status": "UNAVAILABLE"\n  }\n}\n';

test.each([
  ['at once', overloaded],
  ['after a part of the answer', said + overloaded],
  ['after what looks like its end', said + stop + overloaded],
  ['in a list', `[${overloaded}]`],
])('an outage that is told in plain JSON in place of an event, %s, is an outage', async (_, body) => {
  await using server = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(body);
  });

  expect(await ask(server.url)).toMatchObject({
    kind: 'fault',
    fault: { kind: 'transient', detail: expect.stringContaining('The model is overloaded.') },
  });
});

const limited = (violations: readonly object[], more: readonly object[] = []) =>
  JSON.stringify({
    error: {
      code: 429,
      message: 'You exceeded your current quota, please check your plan and billing details.',
      status: 'RESOURCE_EXHAUSTED',
      details: [{ '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations }, ...more],
    },
  });
const perMinute = { quotaId: 'GenerateRequestsPerMinutePerProjectPerModel-FreeTier' };
const perDay = { quotaId: 'GenerateRequestsPerDayPerProjectPerModel-FreeTier' };
const retry = { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '26s' };

test.each([
  {
    what: 'a limit of the minute passes, and the body says when',
    body: limited([perMinute], [retry]),
    fault: { kind: 'transient', status: 429, retryAfterMs: 26_000 },
  },
  {
    what: 'the limit of the day does not',
    body: limited([perMinute, perDay], [retry]),
    fault: { kind: 'quota', status: 429 },
  },
  {
    what: 'a limit without any detail passes',
    body: limited([]),
    fault: { kind: 'transient', status: 429, retryAfterMs: null },
  },
  {
    what: 'money that was paid in advance is used up',
    body: '{"error":{"code":429,"message":"Your prepayment credits are depleted.","status":"RESOURCE_EXHAUSTED"}}',
    fault: { kind: 'quota', status: 429 },
  },
  {
    what: 'a prompt is too long',
    body: '{"error":{"code":400,"message":"The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).","status":"INVALID_ARGUMENT"}}',
    fault: { kind: 'too-long', status: 400 },
  },
  {
    what: 'a key is not valid',
    body: '{"error":{"code":400,"message":"API key not valid.","status":"INVALID_ARGUMENT","details":[{"reason":"API_KEY_INVALID"}]}}',
    fault: { kind: 'config', status: 400 },
  },
  {
    what: 'a page of a gateway',
    body: '<html>no upstream</html>',
    fault: { kind: 'transient', status: 502 },
  },
  {
    what: 'details that cannot be read',
    body: '{"error":{"message":"busy","details":7}}',
    fault: { kind: 'transient', status: 503 },
  },
])('$what', async ({ body, fault }) => {
  await using server = await serve((_request, response) => {
    response.writeHead(fault.status, { 'content-type': 'application/json' }).end(body);
  });

  expect(await ask(server.url)).toMatchObject({ kind: 'fault', fault });
});

test('a server that sends the request elsewhere gets no second one, and the other server no key', async () => {
  await using other = await serve((_request, response) => response.writeHead(200).end(said + stop));
  await using server = await serve((request, response) => {
    response.writeHead(307, { location: `${other.url}${request.url}` }).end();
  });

  expect(await ask(server.url)).toMatchObject({
    kind: 'fault',
    fault: { kind: 'config', detail: expect.stringMatching(/^307 the server is at http:\/\/127/) },
  });
  expect(other.seen).toEqual([]);
});

test('the name of a model stays one part of the address, and the key is not in it', async () => {
  await using server = await serve((_request, response) => response.writeHead(200).end(said + stop));

  expect(await ask(`${server.url}/gateway//`, { name: '../a/b?c' })).toMatchObject({ kind: 'completed' });
  expect(server.seen[0]).toMatch(
    /^\/gateway\/v1beta\/models\/\.\.%2Fa%2Fb%3Fc:streamGenerateContent\?alt=sse /,
  );
  expect(server.seen[0]?.split(' ')[0]).not.toContain(testKey);
});

test.each([
  ['', '/v1beta/'],
  ['/v1beta', '/v1beta/'],
  ['/v1/', '/v1/'],
  ['/v1alpha', '/v1alpha/'],
  ['/v12', '/v12/v1beta/'],
])(
  'a base URL that ends in `%s` leads to `%s`: the version of the interface may stand in it',
  async (end, path) => {
    await using server = await serve((_request, response) => response.writeHead(200).end(said + stop));

    await ask(`${server.url}${end}`);

    expect(server.seen[0]).toMatch(new RegExp(`^${path}models/simulated-a:`));
  },
);

test('where `params` say more about thinking, the effort stays', async () => {
  const bodies: string[] = [];
  await using server = await serve((request, response) => {
    request.setEncoding('utf8').on('data', (text) => bodies.push(text));
    request.on('end', () => response.writeHead(200).end(said + stop));
  });
  const generationConfig = { topK: 40, thinkingConfig: { includeThoughts: true } };

  await ask(server.url, { effort: 'high', params: { generationConfig } });

  expect(JSON.parse(bodies.join(''))).toMatchObject({
    generationConfig: {
      maxOutputTokens: 64_000,
      topK: 40,
      thinkingConfig: { thinkingLevel: 'high', includeThoughts: true },
    },
  });
});
