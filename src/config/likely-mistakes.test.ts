import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readSettings } from './read-settings.ts';

const smallest = readFileSync(new URL('../../fixtures/config/smallest.yml', import.meta.url), 'utf8');

function messageOf(text: string, inputs: Readonly<Record<string, string>> = {}): string {
  try {
    readSettings({ file: { path: 'c.yml', text }, inputs });
    return 'accepted';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('a likely mistake', () => {
  test.each([
    [
      'test: npm test',
      'test-command: npm test',
      'c.yml:5: unknown key `specs[0].test-command`. Did you mean `test`?',
    ],
    [
      'test: npm test',
      'test: npm test\n    setup_command: npm ci',
      'c.yml:6: unknown key `specs[0].setup_command`. Did you mean `setup`?',
    ],
    [
      'anthropic/claude-sonnet-5-5',
      'name: fast\n    provider: openai',
      'c.yml:7: unknown key `models[0].name`. Did you mean `id`?',
    ],
    [
      'anthropic/claude-sonnet-5-5',
      'provider: openai\n    model: x\n    max-tokens: 5',
      'Did you mean `max-output-tokens`?',
    ],
    [
      'anthropic/claude-sonnet-5-5',
      'provider: openai\n    model: x\n    temperature: 0',
      'Did you mean `params`?',
    ],
    [
      'anthropic/claude-sonnet-5-5',
      'provider: openai\n    model: x\n    api-key-env: ${{ secrets.OPENAI_API_KEY }}',
      'CONFIG_INVALID: c.yml:9: `models[0].api-key-env` is not the name of an environment variable (the value is not shown here). Allowed: the NAME of an environment variable (letters, digits, `_`), never its value. Expressions such as `${{ … }}` are not evaluated in this file: write the NAME of the variable.',
    ],
    ['version: 1', 'version: 1\nbisects: never', 'unknown key `bisects`. Did you mean `bisect`?'],
    ['version: 1', 'version: 1\nbudget: { whys: 0.1 }', 'unknown key `budget.whys`. Did you mean `why`?'],
    [
      'test: npm test',
      'test: npm test: unit',
      'CONFIG_MALFORMED: c.yml:5: a value contains a colon and a space, which YAML reads as a key. Put the value in quotes.',
    ],
  ])('is answered with what was meant: %s became %s', (from, to, part) => {
    expect(messageOf(smallest.replace(from, () => to))).toContain(part);
  });

  test.each([
    [{ models: 'anthropic/a, openai/b' }, 'CONFIG_INVALID: input `models`: item 1 is'],
    [{ models: 'anthropic/a,openai/b' }, 'one item per line'],
    [{ specs: 'a.md, b.md' }, 'CONFIG_INVALID: input `specs`: item 1 is `"a.md, b.md"`.'],
    [{ specs: '- a.md\n- b.md' }, 'one item per line'],
  ])('in an input is answered with "one item per line": %j', (inputs, part) => {
    expect(messageOf(smallest, inputs)).toContain(part);
  });

  test('is not seen in a glob with braces or a file with a comma', () => {
    expect(messageOf(smallest, { specs: 'specs/{a, b}.md\na,b.md' })).toBe('accepted');
  });
});
