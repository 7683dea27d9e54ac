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

// As version 0.1.0 made them. If one of these changes, every answer that is stored anywhere is lost and paid for again.
const keys = [
  'e734dca87bd3b7367b691602a7977c36c9f54ae3b5c2f2885a5bec7ab8b90051',
  '18efb3a625aafa1ba75e08025fe831658bd9382ed079427e0883f8998b8917a1',
  '5279eaf0e49fda66f7af9f163c0939369c88673e2460ff561541053d6d2bfe76',
  '5032b6ee2ed4de798d7b1408646b9dac520cf8a009766c460a60f0467471d400',
  '48ecbe14dcb803086b783beba9339a073e564b0fb299f8c3c0ffceceea8cf681',
];

test('the key of a stored answer is the same in every version, whatever the provider', () => {
  const { settings } = readSettings({ file: { path: 'c.yml', text: config }, inputs: {} });
  const prompt = { system: 'Write it. NONCE1\n', user: 'Round half up.\n', nonce: 'NONCE1' };

  expect(settings.models.map((model) => generationKeys(prompt, model)(3))).toEqual(keys);
});
