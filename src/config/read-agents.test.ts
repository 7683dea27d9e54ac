import { describe, expect, test } from '@jest/globals';
import type { Model } from '../core/settings.ts';
import { UserError } from '../errors.ts';
import { readSettings } from './read-settings.ts';

function modelsOf(...models: readonly string[]): readonly Model[] {
  const text = `version: 1
specs: [{ spec: [SPEC.md], writes: ['src/**'], test: npm test }]
models:
${models.map((model) => `  - { provider: command, ${model} }`).join('\n')}
`;
  return readSettings({ file: { path: 'c.yml', text }, inputs: {} }).settings.models;
}

function modelOf(text: string): Model {
  const [model] = modelsOf(text);
  if (model === undefined) throw new Error('a model');
  return model;
}

function messageOf(...models: readonly string[]): string {
  try {
    modelsOf(...models);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('a preset', () => {
  const model = modelOf('preset: claude-code, model: claude-sonnet-5');

  test('is a model of the provider whose interface it speaks', () => {
    expect(model).toMatchObject({
      id: 'claude-code + claude-sonnet-5',
      provider: 'anthropic',
      name: 'claude-sonnet-5',
      apiKeyEnv: 'ANTHROPIC_API_KEY',
      params: {},
      agent: { name: 'claude-code', wire: 'messages', version: null },
    });
  });

  test('has the documented limits', () => {
    expect(model.agent?.limits).toEqual({ turns: 30, tokens: 1_000_000, usd: 2, minutes: 10 });
  });

  test('is limited in money only where the price is known, or may be unlimited', () => {
    const limitOf = (text: string): number | null | undefined => modelOf(text).agent?.limits.usd;

    expect(limitOf('preset: claude-code, model: not-a-known-model')).toBeNull();
    expect(limitOf('preset: claude-code, model: claude-sonnet-5, limits: { usd: none }')).toBeNull();
    expect(limitOf('preset: claude-code, model: claude-sonnet-5, limits: { usd: 0.5 }')).toBe(0.5);
  });

  test('is started closed with its off switches, and open without them', () => {
    expect(model.agent?.closed.argv).toContain('--safe-mode');
    expect(model.agent?.open.argv).not.toContain('--safe-mode');
  });

  test('takes the effort in its own words', () => {
    const { effort, agent } = modelOf('preset: codex, model: gpt-6.1-sol, effort: high');

    expect(effort).toBe('high');
    for (const start of [agent?.open, agent?.closed])
      expect(start?.argv).toContain('model_reasoning_effort="high"');
  });

  test('may be pinned to a version', () => {
    expect(modelOf('preset: codex, model: m, version: 0.171.0').agent?.version).toBe('0.171.0');
  });

  test('may be configured twice under two names', () => {
    expect(
      modelsOf('preset: codex, model: m', 'id: other, preset: codex, model: m').map(({ id }) => id),
    ).toEqual(['codex + m', 'other']);
    expect(messageOf('preset: codex, model: m', 'preset: codex, model: m')).toContain('set an `id`');
  });
});

test('an agent of one’s own is started as it is written, in one way', () => {
  const model = modelOf(
    'command: [/opt/my-agent, "--model={model}"], wire: chat, model: m, base-url: "http://127.0.0.1:1/v1", environment: { MY_TOKEN: "{key}", A: b }',
  );

  const start = {
    argv: ['/opt/my-agent', '--model={model}'],
    environment: { MY_TOKEN: '{key}', A: 'b' },
    seeds: {},
  };
  expect(model).toMatchObject({
    id: 'my-agent + m',
    provider: 'openai-compatible',
    baseUrl: 'http://127.0.0.1:1/v1',
    apiKeyEnv: null,
    agent: { closed: start, open: start, reads: [] },
  });
});

describe('is refused in one line:', () => {
  test.each([
    ['no model', 'preset: codex', '`models[0].model` is missing'],
    ['neither preset nor command', 'model: m', '`models[0].preset` is missing. Allowed: claude-code, codex,'],
    ['both', 'preset: codex, command: [a], model: m', '`models[0].command` is'],
    ['a preset with a wire', 'preset: codex, wire: chat, model: m', 'because `preset: codex` says it'],
    ['a preset with an environment', 'preset: codex, environment: { A: b }, model: m', 'says it'],
    [
      'an unknown preset',
      'preset: claude, model: m',
      'Allowed: claude-code, codex, gemini, opencode, pi, qwen, copilot',
    ],
    ...[
      'amp',
      'auggie',
      'cursor',
      'cursor-agent',
      'devin',
      'droid',
      'factory',
      'jules',
      'kiro',
      'Cursor',
    ].map((name) => [
      `the account of ${name}`,
      `preset: ${name}, model: m`,
      'logs in by an account of its own',
    ]),
    ...['amp', 'auggie', '/opt/bin/cursor-agent', 'droid', 'kiro-cli'].map((name) => [
      `the account of the program ${name}`,
      `command: [${name}, -p], wire: chat, model: m, base-url: "http://a/v1"`,
      'logs in by an account of its own',
    ]),
    ['a command without a wire', 'command: [a], model: m', '`models[0].wire` is missing. Allowed: messages,'],
    ['an empty command', 'command: [], wire: chat, model: m', 'the program and its arguments'],
    ['no address', 'preset: opencode, model: m', '`models[0].base-url` is missing. Allowed: the address'],
    ['parameters', 'preset: codex, model: m, params: {}', 'unknown key `models[0].params`'],
    [
      'an effort without a word for it',
      'preset: qwen, model: m, base-url: "http://a/v1", effort: high',
      'no effort',
    ],
    ['an effort that is said nowhere', 'command: [a], wire: messages, model: m, effort: high', '`{effort}`'],
    ['an effort that is missing', 'command: [a, "{effort}"], wire: messages, model: m', '`{effort}`'],
    ['no turns', 'preset: codex, model: m, limits: { turns: 0 }', '`models[0].limits.turns` is `0`'],
    ['an unknown limit', 'preset: codex, model: m, limits: { calls: 3 }', 'unknown key'],
    ['a version that is a range', 'preset: codex, model: m, version: "^1.2.3"', 'as the program prints it'],
    [
      'the name of a variable that is none',
      'command: [a], wire: messages, model: m, environment: { "A B": c }',
      'a mapping of names to text',
    ],
  ])('%s', (_, text, words) => {
    const message = messageOf(text);

    expect(message).toMatch(/^CONFIG_INVALID: c\.yml:4: [^\n]*$/);
    expect(message).toContain(words);
  });

  test.each([
    'environment: { MY_TOKEN: verysecretvalue }',
    'environment: { OPENAI_API_KEY: not-a-placeholder }',
    'environment: { A: sk-ant-0123456789abcdef }',
  ])('a key in its environment (%s)', (environment) => {
    const message = messageOf(`command: [a], wire: messages, model: m, ${environment}`);

    expect(message).toMatch(/^CONFIG_HOLDS_A_KEY: c\.yml:4/);
    expect(message).not.toMatch(/verysecret|not-a-placeholder|0123456789/);
  });
});
