import { expect, test } from '@jest/globals';
import { aModel } from '../testing/builders/a-question.ts';
import { headModels } from './head-models.ts';

const vendor = aModel({ id: 'anthropic/one', name: 'one', apiKeyEnv: 'ANTHROPIC_API_KEY' });
const gateway = aModel({
  id: 'gateway',
  name: 'through',
  provider: 'openai-compatible',
  baseUrl: 'https://gateway.example/v1',
  apiKeyEnv: 'GATEWAY_KEY',
});
const nothing = { refused: [], removed: [], replaced: [] };

test("a branch may add a model of a vendor's own, or of a place the base trusts", () => {
  const added = [
    { ...vendor, id: 'anthropic/two', name: 'two' },
    { ...gateway, id: 'gateway-two', name: 'two' },
  ];
  expect(headModels([gateway], [gateway, ...added])).toEqual({ ...nothing, models: [gateway, ...added] });
});

test.each([
  { what: 'another address for a key', model: { ...gateway, baseUrl: 'https://elsewhere.example/v1' } },
  { what: 'another key for an address', model: { ...gateway, name: 'new', apiKeyEnv: 'GITHUB_TOKEN' } },
  { what: "another address for a vendor's key", model: { ...vendor, baseUrl: 'https://elsewhere.example' } },
  { what: "another key for a vendor's address", model: { ...vendor, name: 'new', apiKeyEnv: 'GATEWAY_KEY' } },
])('a branch may not name $what', ({ model }) => {
  const asked = headModels([vendor, gateway], [vendor, gateway, { ...model, id: 'new' }]);
  expect(asked).toEqual({ ...nothing, models: [vendor, gateway], refused: [{ ...model, id: 'new' }] });
});

test('a branch cannot take a model of the base away, only say that it would', () => {
  expect(headModels([vendor, gateway], [vendor])).toEqual({
    ...nothing,
    models: [vendor, gateway],
    removed: ['gateway'],
  });
});

test('a model under the name of another is asked beside it, under a name of its own', () => {
  const other = { ...vendor, name: 'two' };
  const taken = { ...vendor, id: 'anthropic/one-head', name: 'three' };
  expect(headModels([vendor], [other, taken])).toEqual({
    ...nothing,
    models: [vendor, { ...other, id: 'anthropic/one-head-head' }, taken],
    replaced: [{ id: 'anthropic/one', askedAs: 'anthropic/one-head-head' }],
  });
});

test('a model that only has another name or price is the same model', () => {
  const renamed = { ...vendor, id: 'renamed', price: { input: 0, output: 0 } };
  expect(headModels([vendor], [renamed])).toEqual({ ...nothing, models: [vendor] });
});
