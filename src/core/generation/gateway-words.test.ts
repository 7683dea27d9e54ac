import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gatewayWords } from './gateway-words.ts';

const ignoredStream = 'the gateway ignored `stream: true` and sent the answer whole';

const rows: readonly (readonly [string, string, ReturnType<typeof gatewayWords>])[] = [
  [
    'an error in JSON',
    '{"error":{"message":"upstream idle timeout","code":502,"type":"upstream"}}',
    { type: 'upstream', code: '502', message: 'upstream idle timeout' },
  ],
  ['an error that is a text', '{"error":"no route"}', { type: null, code: null, message: 'no route' }],
  [
    'an error in a list',
    '[{"error":{"message":"Resource has been exhausted","code":429}}]',
    { type: null, code: '429', message: 'Resource has been exhausted' },
  ],
  [
    'an error of Google’s',
    '[{ "error": { "code": 503, "message": "The model is overloaded.", "status": "UNAVAILABLE" } }]',
    { type: 'UNAVAILABLE', code: '503', message: 'The model is overloaded.' },
  ],
  ['a detail', '{"detail":"Not ready"}', { type: null, code: null, message: 'Not ready' }],
  [
    'an event of a stream',
    ': comment\n\ndata: {"choices":null,"message":"model is loading"}\n\ndata: [DONE]\n\n',
    { type: null, code: null, message: 'model is loading' },
  ],
  [
    'a page',
    '<!doctype html><html><head><title>Sign in</title><style>p{}</style></head><body><p>Please sign in.</p></body></html>',
    { type: null, code: null, message: 'Sign in: Please sign in.', mend: 'base-url' },
  ],
  ['plain text', 'upstream connect error', { type: null, code: null, message: 'upstream connect error' }],
  ['JSON without words', '{"id":7}', { type: null, code: null, message: '{"id":7}' }],
  ['nothing', '', { type: null, code: null, message: '', mend: 'base-url' }],
  [
    'a whole answer in the format of Chat Completions',
    '{"id":"x","object":"chat.completion","choices":[{"message":{"content":"=== FILE"}}]}',
    { type: null, code: null, message: ignoredStream, mend: 'stream' },
  ],
  [
    'the beginning of a whole message',
    '{ "id": "m", "type": "message", "role": "assistant", "content": [{"type":"text","text":"=== FI',
    { type: null, code: null, message: ignoredStream, mend: 'stream' },
  ],
  [
    'a list of chunks of Google’s',
    '[{\n  "candidates": [\n    {\n      "content": {"parts": [{"text": "=== FI',
    { type: null, code: null, message: ignoredStream, mend: 'stream' },
  ],
  [
    'an error that looks like a message',
    '{"error":{"type":"message","message":"no route"}}',
    { type: 'message', code: null, message: 'no route' },
  ],
];

test.each(rows)('%s', (_name, body, words) => {
  expect(gatewayWords(body)).toEqual(words);
});

test('whatever a body holds, there are words to print', () => {
  const anyBody = fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map((json) => `data: ${json}\n\n`),
  );
  fc.assert(fc.property(anyBody, (body) => typeof gatewayWords(body).message === 'string'));
});
