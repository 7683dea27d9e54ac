import { describe, expect, test } from '@jest/globals';
import { generationKeys } from '../core/generation/generation-key.ts';
import { secretVariables } from '../core/headers.ts';
import type { Model } from '../core/settings.ts';
import { headModels } from './head-models.ts';
import { readSettings } from './read-settings.ts';

function modelWith(headers: string): Model {
  const text = `version: 1
specs: [{ spec: [SPEC.md], writes: ['src/**'], test: npm test }]
models:
  - provider: openai-compatible
    model: m
    base-url: http://127.0.0.1:8787/v1
    api-key-env: GATEWAY_KEY
    ${headers}
`;
  const [model] = readSettings({ file: { path: 'c.yml', text }, inputs: {} }).settings.models;
  if (model === undefined) throw new Error('no model');
  return model;
}

function refusalOf(headers: string): string {
  try {
    modelWith(headers);
    return 'accepted';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('`headers` of a model', () => {
  test('are texts, or names of variables', () => {
    const headers =
      '{ x-portkey-provider: openai, cf-aig-authorization: { env: CF_TOKEN }, api-key: { env: AZURE } }';
    const model = modelWith(`headers: ${headers}`);

    expect(model.headers).toEqual({
      'x-portkey-provider': { text: 'openai' },
      'cf-aig-authorization': { env: 'CF_TOKEN' },
      'api-key': { env: 'AZURE' },
    });
    expect(secretVariables(model)).toEqual(['GATEWAY_KEY', 'CF_TOKEN', 'AZURE']);
  });

  test('of an agent are put on by its proxy, and are the same mapping', () => {
    const text = `version: 1
specs: [{ spec: [SPEC.md], writes: ['src/**'], test: npm test }]
models:
  - { provider: command, preset: codex, model: m, headers: { x-route: a, x-auth: { env: GATE } } }
`;
    const [model] = readSettings({ file: { path: 'c.yml', text }, inputs: {} }).settings.models;

    expect(model?.headers).toEqual({ 'x-route': { text: 'a' }, 'x-auth': { env: 'GATE' } });
    expect(model === undefined ? [] : secretVariables(model)).toEqual(['OPENAI_API_KEY', 'GATE']);
    expect(() =>
      readSettings({ file: { path: 'c.yml', text: text.replace('{ env: GATE }', 'abc') }, inputs: {} }),
    ).toThrow(/CONFIG_HOLDS_A_KEY: c\.yml:4/);
  });

  test.each([
    ['cf-aig-authorization: Bearer abc', 'c.yml:8: `models[0].headers.cf-aig-authorization`'],
    ['x-portkey-api-key: abc', 'c.yml:8: `models[0].headers.x-portkey-api-key`'],
    ['authorization: Bearer abc', 'c.yml:8: `models[0].headers.authorization`'],
    ['api-key: abc', 'c.yml:8: `models[0].headers.api-key`'],
    ['cookie: abc', 'c.yml:8: `models[0].headers.cookie`'],
  ])('hold no secret as a text: %s', (header, place) => {
    const refusal = refusalOf(`headers: { ${header} }`);

    expect(refusal).toContain(`CONFIG_HOLDS_A_KEY: ${place} contains what looks like an API key`);
    expect(refusal).toContain('for a header as `{ env: NAME }`');
    expect(refusal).not.toContain('abc');
  });

  test.each([
    ['{ env: sk-0123456789 }', 'CONFIG_HOLDS_A_KEY'],
    ['{ env: a-b }', 'the value is not shown here). Allowed: the NAME of an environment variable'],
    ['{ env: A, prefix: B }', 'unknown key'],
  ])('name a variable and nothing else: %s', (value, part) => {
    expect(refusalOf(`headers: { x-team: ${value} }`)).toContain(part);
  });

  test.each([
    'host',
    'content-type',
    'content-length',
    'transfer-encoding',
    'connection',
    'X-Team',
    'x team',
    '-x',
  ])('have no name that the request has by itself or that is none: %s', (name) => {
    expect(refusalOf(`headers: { "${name}": a }`)).toMatch(/^CONFIG_INVALID: c\.yml:8: /);
  });

  test.each(['"a\\nb"', '""', '" a"', '"ü"', '3', '[a]'])('have a value of one line: %s', (value) => {
    expect(refusalOf(`headers: { x-team: ${value} }`)).toMatch(/^CONFIG_INVALID: c\.yml:8: .*x-team/);
  });

  test('are a part of what an answer is stored under, because a gateway may choose the vendor by them', () => {
    const prompt = { system: '', user: '', nonce: 'N' };
    const keyOf = (headers: string) => generationKeys(prompt, modelWith(headers))(0);

    const keys = ['openai', 'groq'].map((name) => keyOf(`headers: { x-portkey-provider: ${name} }`));
    expect(new Set([...keys, keyOf('idle: 3m')]).size).toBe(3);
  });

  test('of a pull request are not trusted: the key could be sent on to an address of its choice', () => {
    const base = [modelWith('idle: 3m')];
    const head = [modelWith('headers: { x-portkey-custom-host: "https://evil.example" }')];

    expect(headModels(base, head)).toMatchObject({ models: base, refused: head });
  });

  test('of a pull request are not trusted at the vendor’s own address either', () => {
    const { baseUrl: _, ...rest } = modelWith('headers: { x-debug: a }');
    const head = [{ ...rest, provider: 'openai' as const, baseUrl: null, apiKeyEnv: 'OPENAI_API_KEY' }];

    expect(headModels([], head).refused).toEqual(head);
  });
});
