// Writes the prices of the providers that have a list of them; with --check it only compares.
import { findProvider } from '@pydantic/genai-prices';
import { providerNames, providers } from '../src/core/providers.ts';
import { keepGenerated } from './keep-generated.ts';

await keepGenerated('src/core/budget/listed-prices.ts', () => {
  const ids = [...new Set(providerNames.flatMap((name) => providers[name].priceId ?? []))];
  const lists = ids.map((id) => {
    // The look-up would also accept names that merely contain the word.
    const found = findProvider({ providerId: id });
    if (found?.id !== id) throw new Error(`the price table has no provider ${id}`);
    const lines = found.models.map(({ id: model, match, prices }) =>
      quoted(JSON.stringify({ id: model, match, prices })),
    );
    return `  ${id}: [\n${lines.map((line) => `    ${line},`).join('\n')}\n  ],`;
  });
  return `/**
 * Every model of a provider with its prices, one JSON text each: loading the whole table took 40 ms of each start. Made by
 * scripts/generate-prices.ts from @pydantic/genai-prices.
 */
export const listedPrices: Readonly<Record<string, readonly string[]>> = {
${lists.join('\n')}
};
`;
});

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;
}
