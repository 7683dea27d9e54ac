import { expect, test } from '@jest/globals';
import { aModel } from '../../testing/builders/a-question.ts';
import { promptCacheKey } from './prompt-cache-key.ts';

const prompt = { system: 'Write it.\n', user: 'The secret of ana@example.com.\n', nonce: 'K7QZ3M' };
const model = aModel({ provider: 'openai', name: 'gpt-6-sol', baseUrl: null });
const key = promptCacheKey(model, prompt);

test('the key of an arm is short, the same for each sample, and tells nothing of the prompt', () => {
  expect(key).toMatch(/^spec-portability-[0-9a-f]{32}$/);
  expect(promptCacheKey({ ...model, id: 'another name' }, { ...prompt })).toBe(key);
});

test.each([
  ['model', { ...model, name: 'gpt-6-luna' }, prompt],
  ['spec', model, { ...prompt, user: 'Another text.\n' }],
  ['context', model, { ...prompt, system: 'Write it, in Go.\n' }],
])('another %s has another key', (_name, asked, shown) => {
  expect(promptCacheKey(asked, shown)).not.toBe(key);
});

test.each([
  ['https://api.openai.com/v1', true],
  ['https://api.openai.com', true],
  ['https://api.openai.com.example/v1', false],
  ['http://api.openai.com/v1', false],
  ['https://api.openai.com:8443/v1', false],
  ['https://eu.api.openai.com/v1', false],
  ['https://openrouter.ai/api/v1', false],
  ['http://127.0.0.1:11434/v1', false],
  ['nonsense', false],
])('%s gets the key: %s', (baseUrl, isSent) => {
  expect(promptCacheKey({ ...model, baseUrl }, prompt)).toBe(isSent ? key : null);
});
