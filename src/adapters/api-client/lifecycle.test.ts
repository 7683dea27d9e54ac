import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aModel } from '../../testing/builders/a-question.ts';
import { anthropicLifecycle } from '../anthropic/anthropic-lifecycle.ts';
import { openaiLifecycle } from '../openai/openai-lifecycle.ts';

// Made-up answers that fit the SDKs' types; no vendor was asked.
const answers: Readonly<Record<string, unknown>> = {
  '/v1/models/old': { id: 'old', type: 'model', lifecycle: 'deprecated', retires_at: '2026-11-30T00:00:00Z' },
  '/v1/models/new': { id: 'new', type: 'model', lifecycle: 'active', retires_at: null },
  '/v1/models/odd': { id: 'odd', lifecycle: 'asleep' },
  '/openai/models/old': {
    id: 'old',
    object: 'model',
    created: 1,
    owned_by: 'x',
    shutdown_date: '2026-12-11',
  },
  '/openai/models/new': { id: 'new', object: 'model', created: 1, owned_by: 'x', shutdown_date: null },
};
const seen: { readonly url: string; readonly authorization: string }[] = [];
const server = createServer((request, response) => {
  const path = (request.url ?? '').split('?')[0] ?? '';
  seen.push({ url: path, authorization: request.headers.authorization ?? '' });
  response.writeHead(path in answers ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answers[path] ?? { error: { message: 'no such model' } }));
});
let url: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterAll(() => void server.close());
const signal = new AbortController().signal;

describe('what a vendor says of a model’s end', () => {
  const anthropic = (name: string) =>
    anthropicLifecycle({ model: aModel({ name, baseUrl: url }), apiKey: 'key-1' }, signal);
  const openai = (name: string) =>
    openaiLifecycle({ model: aModel({ name, baseUrl: `${url}/openai` }), apiKey: 'key-2' }, signal);

  test('is read from Anthropic’s lifecycle and retirement date, with our key', async () => {
    expect(await anthropic('old')).toEqual({ kind: 'ends', why: 'deprecated', on: '2026-11-30' });
    expect(seen.at(-1)).toEqual({ url: '/v1/models/old', authorization: 'Bearer key-1' });
    expect(await anthropic('new')).toEqual({ kind: 'unknown' });
  });

  test('is read from OpenAI’s shutdown date, with our key', async () => {
    expect(await openai('old')).toEqual({ kind: 'ends', why: 'to be shut down', on: '2026-12-11' });
    expect(seen.at(-1)?.authorization).toBe('Bearer key-2');
    expect(await openai('new')).toEqual({ kind: 'unknown' });
  });

  test('is unknown for an answer of another shape, and a refusal is thrown to whoever asks', async () => {
    expect(await anthropic('odd')).toEqual({ kind: 'unknown' });
    await expect(anthropic('absent')).rejects.toThrow('404');
  });
});
