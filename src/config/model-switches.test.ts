import { expect, test } from '@jest/globals';
import type { Model } from '../core/settings.ts';
import { aModel } from '../testing/builders/a-question.ts';
import { headModels } from './head-models.ts';
import { modelSwitches } from './model-switches.ts';

const claude = (name: string): Model =>
  aModel({ id: `anthropic/${name}`, provider: 'anthropic', name, apiKeyEnv: 'ANTHROPIC_API_KEY' });
const gpt = (name: string): Model =>
  aModel({ id: `openai/${name}`, provider: 'openai', name, apiKeyEnv: 'OPENAI_API_KEY' });

function switchesOf(base: readonly Model[], head: readonly Model[]) {
  return modelSwitches(base, headModels(base, head)).map(({ from, to }) => `${from.id} → ${to.id}`);
}

const cases: readonly [string, readonly Model[], readonly Model[], readonly string[]][] = [
  ['nothing changes', [claude('a'), gpt('a')], [gpt('a'), claude('a')], []],
  ['one is removed', [claude('a'), gpt('a')], [claude('a')], []],
  ['one is replaced', [claude('a')], [claude('b')], ['anthropic/a → anthropic/b']],
  [
    'one is replaced by one of its provider',
    [claude('a'), gpt('a')],
    [claude('a'), gpt('b')],
    ['openai/a → openai/b'],
  ],
  [
    'two are replaced, each by its provider',
    [claude('a'), gpt('a')],
    [gpt('b'), claude('b')],
    ['openai/a → openai/b', 'anthropic/a → anthropic/b'],
  ],
  ['the provider is left', [claude('a')], [gpt('a')], ['anthropic/a → openai/a']],
  [
    'one is added: it is held against the first',
    [claude('a'), gpt('a')],
    [claude('a'), gpt('a'), gpt('b')],
    ['anthropic/a → openai/b'],
  ],
  [
    'a name comes to mean another model',
    [claude('a'), gpt('a')],
    [claude('a'), { ...gpt('b'), id: 'openai/a' }],
    ['openai/a → openai/a-head'],
  ],
];

test.each(cases)('where %s', (...[, base, head, switches]) => {
  expect(switchesOf(base, head)).toEqual(switches);
});

test('a model that the base does not trust takes over from nobody', () => {
  const elsewhere = { ...gpt('b'), baseUrl: 'https://example.org/v1' };

  expect(switchesOf([gpt('a')], [elsewhere])).toEqual([]);
});
