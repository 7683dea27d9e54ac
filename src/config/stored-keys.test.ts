import { expect, test } from '@jest/globals';
import { generationKeys } from '../core/generation/generation-key.ts';
import { readSettings } from './read-settings.ts';

const config = `version: 1
specs: [{ spec: [SPEC.md], writes: ['src/**'], test: npm test }]
models:
  - anthropic/claude-opus-5-5
  - openai/gpt-6.1-sol
  - { provider: anthropic, model: m, base-url: 'https://gateway.example', effort: high, max-output-tokens: 9000 }
  - { provider: openai, model: m, id: mine, api-key-env: MY_KEY, idle: 5m, price: { input: 1, output: 2 } }
  - provider: openai-compatible
    model: qwen3-coder
    base-url: http://127.0.0.1:11434/v1
    api-key-env: none
    params: { temperature: 0.5, max_completion_tokens: 1000, extra: { top_k: [1, 2] } }
`;

// As the second version of the prompt made them (docs/decisions, number 26). If one of these changes, every answer that is stored anywhere is lost and paid for again.
const keys = [
  'b82c99c5602b1f690be9c67c848f71a91df3f20d4d8ee560f930ec9de82764ec',
  'a559a249970a545e75eb55b26a07aaa902d346ddf46766d9ad0302aae4a9d447',
  'e97a472a33784639a7f6d478c3f808d5d7c9ca60ab4c4e9cffe74c99bf07e14e',
  '96079ad038737c77a675de053dd1996a1da97053f193bc2ee93b249ac8c5303a',
  'dcafa31cbfecbe5ec47cf21a5758ae1a22741faeb19b760a7988f0b143a3c07b',
];

test('the key of a stored answer is the same in every version, whatever the provider', () => {
  const { settings } = readSettings({ file: { path: 'c.yml', text: config }, inputs: {} });
  const prompt = { system: 'Write it. NONCE1\n', user: 'Round half up.\n', nonce: 'NONCE1' };

  expect(settings.models.map((model) => generationKeys(prompt, model)(3))).toEqual(keys);
});
