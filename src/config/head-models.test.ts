import { expect, test } from '@jest/globals';
import { aModel } from '../testing/a-question.ts';
import { headModels } from './head-models.ts';

const vendor = aModel({ id: 'anthropic/one', apiKeyEnv: 'ANTHROPIC_API_KEY' });
const gateway = aModel({
  id: 'gateway',
  provider: 'openai-compatible',
  baseUrl: 'https://gateway.example/v1',
  apiKeyEnv: 'GATEWAY_KEY',
});

test("a branch may name another model of a vendor's own, or of a place the base trusts", () => {
  const asked = [
    { ...vendor, id: 'anthropic/two', name: 'two' },
    { ...gateway, id: 'gateway-two', name: 'two' },
  ];
  expect(headModels([gateway], asked)).toEqual({ models: asked, refused: [] });
});

test.each([
  { what: 'another address for a key', model: { ...gateway, baseUrl: 'https://elsewhere.example/v1' } },
  { what: 'another key for an address', model: { ...gateway, apiKeyEnv: 'GITHUB_TOKEN' } },
  { what: "another address for a vendor's key", model: { ...vendor, baseUrl: 'https://elsewhere.example' } },
  { what: "another key for a vendor's address", model: { ...vendor, apiKeyEnv: 'GATEWAY_KEY' } },
])('a branch may not name $what', ({ model }) => {
  expect(headModels([vendor, gateway], [model])).toEqual({ models: [], refused: [model] });
});
