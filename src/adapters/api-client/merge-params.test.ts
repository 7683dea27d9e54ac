import { expect, test } from '@jest/globals';
import { mergeParams } from './merge-params.ts';

test('params are laid over the body, and what they do not name stays at every depth', () => {
  const body = {
    max_tokens: 1,
    reasoning: { effort: 'high' },
    generationConfig: { thinkingConfig: { level: 1 } },
  };
  const params = {
    reasoning: { summary: 'auto' },
    seed: 7,
    generationConfig: { topK: 2, thinkingConfig: { includeThoughts: true } },
  };
  expect(mergeParams(body, params)).toEqual({
    max_tokens: 1,
    reasoning: { effort: 'high', summary: 'auto' },
    seed: 7,
    generationConfig: { topK: 2, thinkingConfig: { level: 1, includeThoughts: true } },
  });
});

test('a key named like a prototype is only a key', () => {
  const params: Record<string, unknown> = JSON.parse('{"__proto__":{"polluted":true},"constructor":1}');
  const merged = mergeParams({}, params);
  expect(Object.keys(merged)).toEqual(['__proto__', 'constructor']);
  expect('polluted' in {}).toBe(false);
});
