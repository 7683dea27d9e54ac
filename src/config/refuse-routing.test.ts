import { expect, test } from '@jest/globals';
import { readSettings } from './read-settings.ts';

function refusalOf(model: string, params: string): string {
  const text = `version: 1
specs: [{ spec: [SPEC.md], writes: ['src/**'], test: npm test }]
models:
  - provider: openai-compatible
    base-url: https://openrouter.ai/api/v1
    api-key-env: OPENROUTER_API_KEY
    model: "${model}"
    params: ${params}
`;
  try {
    readSettings({ file: { path: 'c.yml', text }, inputs: {} });
    return 'accepted';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test.each([
  ['{ models: [a/b, c/d] }', 'models[0].params.models'],
  ['{ route: fallback }', 'models[0].params.route'],
  ['{ preset: fast }', 'models[0].params.preset'],
  ['{ provider: { order: [x], allow_fallbacks: true } }', 'models[0].params.provider.allow_fallbacks'],
  ['{ fallbacks: [{ gpt: [claude] }] }', 'models[0].params.fallbacks'],
  ['{ context_window_fallbacks: [{ a: [b] }] }', 'models[0].params.context_window_fallbacks'],
  ['{ providerOptions: { gateway: { models: [a/b] } } }', 'models[0].params.providerOptions.gateway.models'],
])('a list of models to fall back on is refused before money is spent: %s', (params, place) => {
  expect(refusalOf('qwen/qwen3-coder', params)).toBe(
    `CONFIG_INVALID: c.yml:8: \`${place}\` lets the gateway answer with another model than the named one. Name one model, without models to fall back on; write one entry under \`models\` for each model that is to be asked.`,
  );
});

test.each(['{ transforms: [middle-out] }', '{ transforms: middle-out }'])(
  'a gateway that may shorten the prompt is refused before money is spent: %s',
  (params) => {
    expect(refusalOf('qwen/qwen3-coder', params)).toBe(
      'CONFIG_INVALID: c.yml:8: `models[0].params.transforms` lets the gateway shorten the prompt, so the model would not see the whole spec. Remove it, or write `transforms: []`; a prompt that is too long is then told as such.',
    );
  },
);

test.each([
  'openrouter/auto',
  'openrouter/auto-beta',
  'openrouter/free',
  'auto',
  'model-router',
  'azure/model-router',
  '@preset/fast',
  'openai/gpt-6-sol@preset/fast',
])('a name that lets the gateway choose is refused: %s', (name) => {
  expect(refusalOf(name, '{}')).toContain(
    'c.yml:7: `models[0].model` lets the gateway answer with another model',
  );
});

test.each([
  ['qwen/qwen3-coder', '{ provider: { order: [deepinfra], allow_fallbacks: false } }'],
  ['qwen/qwen3-coder', '{ provider: { only: [deepinfra] }, models: [], fallbacks: [] }'],
  ['qwen/qwen3-coder', '{ transforms: [] }'],
  ['autonomous/coder', '{ disable_fallbacks: true }'],
  ['free-llama', '{ temperature: 0 }'],
  ['openrouter/horizon-alpha', '{}'],
])('one named model is accepted: %s %s', (name, params) => {
  expect(refusalOf(name, params)).toBe('accepted');
});
