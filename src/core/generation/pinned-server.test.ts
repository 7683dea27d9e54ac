import { expect, test } from '@jest/globals';
import { anAgent } from '../../testing/builders/an-agent-run.ts';
import { unpinnedNote } from './pinned-server.ts';

const at = (baseUrl: string | null, params: Readonly<Record<string, unknown>> = {}) =>
  unpinnedNote({ id: 'qwen', baseUrl, params });
const openRouter = 'https://openrouter.ai/api/v1';

test.each([
  ['nothing', {}],
  ['two servers', { provider: { order: ['a', 'b'], allow_fallbacks: false } }],
  ['a server to begin with', { provider: { order: ['a'] } }],
  ['no fallbacks of nothing', { provider: { allow_fallbacks: false } }],
  ['what is no mapping', { provider: 'a' }],
])('OpenRouter chooses the server where the config pins %s', (_, params) => {
  expect(at(openRouter, params)).toContain('qwen: OpenRouter chooses a server for each call');
});

test.each([
  ['one server is pinned', openRouter, { provider: { order: ['a'], allow_fallbacks: false } }],
  ['only one server is allowed', openRouter, { provider: { only: ['a'] } }],
  ['another gateway is asked', 'http://127.0.0.1:8000/v1', {}],
  ['the vendor is asked', null, {}],
  ['an address only looks like it', 'https://openrouter.ai.example/v1', {}],
])('there is nothing to say where %s', (_, baseUrl, params) => {
  expect(at(baseUrl, params)).toBeNull();
});

test('an agent is told what to do instead, because it has no `params`', () => {
  const note = unpinnedNote({ id: 'qwen', baseUrl: openRouter, params: {}, agent: anAgent() });

  expect(note).toContain('allow only one provider in the settings of the OpenRouter account');
  expect(note).not.toContain('`params:');
});
