import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { UserError } from '../errors.ts';
import { readSettings } from './read-settings.ts';

const start = 'version: 1\nspecs: [{ spec: [a.md], writes: [src], test: npm test }]\n';

function errorOf(text: string, inputs: Readonly<Record<string, string>> = {}): UserError | null {
  try {
    readSettings({ file: { path: 'c.yml', text }, inputs });
    return null;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

// Joined at run time, so that no secret scanner takes this file for a leak.
const keys = [
  ['sk', 'ant', 'api03', 'Zx81kfj20dkfj2'].join('-'),
  ['sk', 'proj', 'Zx81kfj20dkfj2'].join('-'),
  ['sk', 'Zx81kfj20dkfj2aa0021'].join('-'),
  ['ghp', 'Zx81kfj20dkfj2aa0021Zx81'].join('_'),
  ['gsk', 'Zx81kfj20dkfj2aa0021Zx81'].join('_'),
  ['AIza', 'SyZx81kfj20dkfj2aa0021Zx81kfj20dkfj'].join(''),
  ['AQ', 'Ab8Zx81kfj20dkfj2aa0021Zx81kfj20dkfj'].join('.'),
];

describe('a key in the configuration is refused and never repeated', () => {
  test.each(keys)('wherever it stands (%#)', (key) => {
    const places = [
      `${start}models: [{ provider: openai, model: x, api-key-env: ${key} }]`,
      `${start}models: [{ provider: openai, model: x, params: { user: "${key}" } }]`,
      `${start}models: [openai/x] # ${key}`,
      `${start.replace('npm test', `OPENAI_API_KEY=${key} npm test`)}models: [openai/x]`,
      `models: [${key}`,
    ];
    for (const text of places) {
      const error = errorOf(text);
      expect(error?.code).toBe('CONFIG_HOLDS_A_KEY');
      expect(`${error?.message} ${error?.hint} ${error?.stack}`).not.toContain(key.slice(6));
    }
    expect(errorOf(`${start}models: [openai/x]`, { models: `openai/${key}` })).toBeNull();
    expect(errorOf(`${start}models: [openai/x]`, { models: key })?.message).toMatch(
      /input `models` contains/,
    );
  });

  test.each(['api-key', 'apiKey', 'api_key', 'token', 'Authorization', 'password'])(
    'a place for one: %s',
    (name) => {
      const error = errorOf(`${start}models:\n  - provider: openai\n    model: x\n    ${name}: hunter2`);

      expect(error?.message).toMatch(/^CONFIG_HOLDS_A_KEY: c\.yml:6: `models\[0\]\.\w/);
      expect(error?.message).not.toContain('hunter2');
    },
  );

  test.each([
    'sk-short',
    'abcdef0123456789abcdef0123456789abcdef01',
    'AbCdEf+/0123456789=xyzAb',
    'a'.repeat(40),
  ])('a value instead of a name under api-key-env (%#)', (value) => {
    const error = errorOf(`${start}models: [{ provider: openai, model: x, api-key-env: "${value}" }]`);

    expect(error?.code).toBe('CONFIG_HOLDS_A_KEY');
    expect(error?.message).not.toContain(value);
  });

  test('user name and password in an address', () => {
    const error = errorOf(
      `${start}models: [{ provider: openai, model: x, base-url: "https://me:hunter2@x.org/v1" }]`,
    );

    expect(error?.code).toBe('CONFIG_HOLDS_A_KEY');
    expect(error?.message).not.toContain('hunter2');
  });
});

describe('what is no key is let through', () => {
  test.each([
    'models: [{ provider: openai, model: x, api-key-env: ANTHROPIC_API_KEY_OF_THE_PLATFORM_TEAM_2 }]',
    'models: [{ provider: openai, model: x, api-key-env: my_key }]',
    'models: [{ provider: openai, model: x, params: { max_tokens: 5 } }]',
    'models: [openai/x] # specs/sk-learn-pipelines-and-transformers-2',
  ])('%s', (models) => {
    expect(errorOf(start + models)).toBeNull();
  });
});

test('a value under api-key-env is never repeated, key or not', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8, maxLength: 60 }), (value) => {
      const error = errorOf(
        `${start}models: [{ provider: openai, model: x, api-key-env: ${JSON.stringify(value)} }]`,
      );
      expect(error === null || !error.message.includes(value)).toBe(true);
    }),
  );
});
