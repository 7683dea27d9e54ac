import { describe, expect, test } from '@jest/globals';
import { aModel } from '../testing/builders/a-question.ts';
import { priceOf } from './budget/price.ts';
import { tableOf } from './budget/price-table.ts';
import { hostedProviders, providerNames, providers } from './providers.ts';

describe.each(providerNames)('the row of %s', (name) => {
  const row = providers[name];

  test('names an id that the price table knows, or none', () => {
    expect(row.priceId === null || tableOf(row.priceId).length > 0).toBe(true);
  });

  test('names headers as they arrive, in small letters', () => {
    const names = [row.keyHeader.name, ...row.sdkHeaders];

    expect(names).toEqual(names.map((header) => header.toLowerCase()));
  });

  test('has a variable where it has an input for the key, and an address where `init` proposes a model', () => {
    expect(row.keyInput === null || row.keyVariable !== null).toBe(true);
    expect(row.starterModel === null || row.baseUrl !== null).toBe(true);
  });

  test('proposes only a model whose price is known, so that the first check already has its limit in USD', () => {
    const { starterModel } = row;

    expect(starterModel === null || priceOf(aModel({ provider: name, name: starterModel })) !== null).toBe(
      true,
    );
  });
});

test('no two providers share the variable of their key', () => {
  const variables = providerNames.flatMap((name) => providers[name].keyVariable ?? []);

  expect(variables).toEqual([...new Set(variables)]);
});

test('a provider whose address only the user knows is not hosted', () => {
  expect(hostedProviders).toEqual(providerNames.filter((name) => name !== 'openai-compatible'));
});
