import { describe, expect, test } from '@jest/globals';
import { routeOf } from './routes.ts';

describe('where a request of an agent goes', () => {
  const gemini = '/v1beta/models/gemini-4-pro';
  test.each([
    ['messages', '/v1/messages', { path: '/v1/messages', model: null }],
    ['messages', '/v1/messages?beta=true', { path: '/v1/messages?beta=true', model: null }],
    ['responses', '/v1/responses', { path: '/responses', model: null }],
    ['chat', '/v1/chat/completions', { path: '/chat/completions', model: null }],
    [
      'gemini',
      `${gemini}:streamGenerateContent?alt=sse&key=secret`,
      { path: `${gemini}:streamGenerateContent?alt=sse`, model: 'gemini-4-pro' },
    ],
    [
      'gemini',
      `${gemini}:generateContent?key=secret`,
      { path: `${gemini}:generateContent`, model: 'gemini-4-pro' },
    ],
  ] as const)('%s: POST %s is passed on, without a key', (wire, target, expected) => {
    expect(routeOf(wire, 'POST', target)).toEqual({ kind: 'generate', ...expected });
  });

  test.each([
    ['messages', 'POST /v1/messages/count_tokens?beta=true', { kind: 'count' }],
    ['gemini', `POST ${gemini}:countTokens`, { kind: 'count' }],
    ['messages', 'GET /v1/models', { kind: 'models', asked: null }],
    ['messages', 'GET /v1/models/claude-5?beta=true', { kind: 'models', asked: 'claude-5' }],
    ['responses', 'GET /v1/models/gpt-6', { kind: 'models', asked: 'gpt-6' }],
    ['chat', 'GET /v1/models/vendor/a', { kind: 'models', asked: 'vendor/a' }],
    ['chat', 'GET /v1/models/vendor%2Fa', { kind: 'models', asked: 'vendor/a' }],
    ['chat', 'GET /v1/models/100%', { kind: 'models', asked: '100%' }],
    ['gemini', 'GET /v1beta/models?key=secret', { kind: 'models', asked: null }],
    ['gemini', `GET ${gemini}?key=secret`, { kind: 'models', asked: 'gemini-4-pro' }],
  ] as const)('%s: %s is answered here', (wire, line, expected) => {
    const [method = '', target = ''] = line.split(' ');
    expect(routeOf(wire, method, target)).toEqual(expected);
  });

  test.each([
    ['messages', 'POST /v1/responses'],
    ['messages', 'POST /v1/messages/batches'],
    ['messages', 'POST /v1/messages/../files'],
    ['messages', 'POST //evil.example/v1/messages'],
    ['messages', 'GET /v1/messages'],
    ['messages', 'HEAD /api/hello'],
    ['responses', 'POST /v1/files'],
    ['responses', 'GET /v1/responses/resp_1'],
    ['chat', 'DELETE /v1/chat/completions'],
    ['gemini', 'POST /v1beta/models/a/../b:generateContent'],
    ['gemini', 'POST /v1beta/models/a:batchGenerateContent'],
    ['gemini', 'POST /upload/v1beta/files'],
  ] as const)('%s: %s is no path of it', (wire, line) => {
    const [method = '', target = ''] = line.split(' ');
    expect(routeOf(wire, method, target)).toEqual({ kind: 'refused', why: 'path', asked: line });
  });

  test.each([
    ['http://statsig.example/v1/log', 'statsig.example'],
    ['https://user:word@files.example:8443/', 'files.example:8443'],
    ['*', '*'],
  ])('%s is another host', (target, asked) => {
    expect(routeOf('messages', 'POST', target)).toEqual({ kind: 'refused', why: 'host', asked });
  });
});
