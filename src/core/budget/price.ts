import type { Usage } from '../generation/completion.ts';
import { inputParts } from '../generation/input-parts.ts';
import { isOwnAddress, providers } from '../providers.ts';
import { priceTableDate, tableOf, tablePrice, type Rates, type TablePrice } from './price-table.ts';
import type { Model } from '../settings.ts';

/** What a model charges, and who says so. */
export type Price = TablePrice & {
  readonly source: 'user' | 'table';
  /** The day the table was published; null when the user gave the price. */
  readonly tableDate: string | null;
};

/** The user's price, otherwise the table's price of exactly this model, otherwise null: unknown, which is never 0. */
export function priceOf(model: Model): Price | null {
  if (model.price !== null) {
    return {
      inputPerMillion: model.price.input,
      cachedInputPerMillion: null,
      cacheWritePerMillion: null,
      outputPerMillion: model.price.output,
      longPrompt: null,
      source: 'user',
      tableDate: null,
    };
  }
  const provider = providers[model.provider];
  // A gateway, or a vendor's regional address, may charge other prices.
  if (provider.priceId === null || !isOwnAddress(model.baseUrl, provider)) return null;
  if (provider.priceParams.some((name) => Object.hasOwn(model.params, name))) return null;
  const listed = tablePrice(tableOf(provider.priceId), model.name);
  return listed === null ? null : { ...listed, source: 'table', tableDate: priceTableDate };
}

/**
 * The cost of a call's usage. Where nobody said which input was written to the vendor's cache, all input that was not
 * read from it is charged at the more expensive of both rates: at most a quarter of the input too much, never too little.
 */
export function costUsd(price: Price, usage: Usage): number {
  const rates = ratesFor(price, usage);
  const { inputPerMillion } = rates;
  const { fresh, read, written } = inputParts(usage);
  const writeRate = rates.cacheWritePerMillion ?? inputPerMillion;
  const freshRate = written === null ? Math.max(inputPerMillion, writeRate) : inputPerMillion;
  const perMillion =
    fresh * freshRate +
    read * (rates.cachedInputPerMillion ?? inputPerMillion) +
    writeCost(rates, usage) +
    usage.outputTokens * rates.outputPerMillion;
  return perMillion / 1e6;
}

/**
 * What the vendor's prompt cache saved on a call: the same tokens without any cache would have cost this much more. Less
 * than 0 if the cache was written and hardly read.
 */
export function savedUsd(price: Price, usage: Usage): number {
  const rates = ratesFor(price, usage);
  const { inputPerMillion } = rates;
  const { read, written } = inputParts(usage);
  const gain = read * (inputPerMillion - (rates.cachedInputPerMillion ?? inputPerMillion));
  const loss = writeCost(rates, usage) - (written ?? 0) * inputPerMillion;
  return (gain - loss) / 1e6;
}

// The price table has only the rate of what is kept for minutes. For an hour Anthropic, the one vendor that offers it, takes
// twice the price of input.
function writeCost({ inputPerMillion, cacheWritePerMillion }: Rates, usage: Usage): number {
  const { written, forAnHour } = inputParts(usage);
  if (cacheWritePerMillion === null) return (written ?? 0) * inputPerMillion;
  const hourRate = Math.max(cacheWritePerMillion, 2 * inputPerMillion);
  return ((written ?? 0) - forAnHour) * cacheWritePerMillion + forAnHour * hourRate;
}

// A long prompt makes the whole request more expensive, not only the part over the limit.
function ratesFor(price: Price, { inputTokens, longestInputTokens = inputTokens }: Usage): Rates {
  return price.longPrompt !== null && longestInputTokens > price.longPrompt.above ? price.longPrompt : price;
}
