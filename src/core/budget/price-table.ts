import type { ConditionalPrice, ModelInfo, ModelPrice } from '@pydantic/genai-prices';
import { remembered } from '../remembered.ts';
import { listedPrices } from './listed-prices.ts';

/** USD per million tokens. */
export type Rates = {
  readonly inputPerMillion: number;
  /** Input read from the vendor's prompt cache; null = charged like any input. */
  readonly cachedInputPerMillion: number | null;
  /** Input written to the vendor's prompt cache; null = charged like any input. */
  readonly cacheWritePerMillion: number | null;
  readonly outputPerMillion: number;
};

/** Rates of prompts of usual length, and those of prompts over `above` tokens if the vendor has such rates. */
export type TablePrice = Rates & { readonly longPrompt: (Rates & { readonly above: number }) | null };

/** The day on which the price table in use was published; a test compares it with the installed version. */
export const priceTableDate = '2026-09-23';

/** The prices of a provider's own interface, as the table lists them. */
export const tableOf: (priceId: string) => readonly ModelInfo[] = remembered((priceId: string) =>
  (listedPrices[priceId] ?? []).map((text): ModelInfo => JSON.parse(text)),
);

/**
 * The price of exactly this model id; null when the table does not list it. The table's own matching is not used: it
 * matches prefixes, so claude-sonnet-5-5 would get the price of claude-sonnet-5. If rates depend on the time, the
 * most expensive possible rate is taken, because a cap must not be exceeded.
 */
export function tablePrice(table: readonly ModelInfo[], name: string): TablePrice | null {
  const listed = table.find(({ id }) => id === name) ?? table.find(({ match }) => isNamed(match, name));
  if (listed === undefined) return null;
  const prices = applicable(listed.prices);
  const base = ratesOf(prices, (price) => (typeof price === 'number' ? price : price.base));
  if (base === null) return null;
  const above = tierStart(prices);
  const long = ratesOf(prices, (price) =>
    typeof price === 'number' ? price : Math.max(price.base, ...price.tiers.map((tier) => tier.price)),
  );
  return { ...base, longPrompt: above === null || long === null ? null : { ...long, above } };
}

// Other spellings that the entry lists in full. Patterns, prefixes and combinations of them do not count.
function isNamed(match: ModelInfo['match'], name: string): boolean {
  if ('equals' in match) return match.equals === name;
  return 'or' in match && match.or.some((part) => isNamed(part, name));
}

// In the table, the last entry whose condition holds is the price. An entry that began before the table was published
// has ended all entries before it. One that begins later, or at an hour of the day, may or may not apply.
function applicable(prices: ModelInfo['prices']): readonly ModelPrice[] {
  if (!Array.isArray(prices)) return [prices];
  const inForce = prices.findLastIndex(({ constraint }) => holdsForGood(constraint));
  return prices.slice(Math.max(0, inForce)).map((entry) => entry.prices);
}

function holdsForGood(constraint: ConditionalPrice['constraint']): boolean {
  if (constraint === undefined) return true;
  return constraint.type === 'start_date' && constraint.start_date <= priceTableDate;
}

type Listed = Exclude<ModelPrice[string], undefined>;

function ratesOf(prices: readonly ModelPrice[], rateOf: (listed: Listed) => number): Rates | null {
  const listed = (key: string): readonly number[] =>
    prices.flatMap((price) => {
      const value = price[key];
      return value === undefined ? [] : [rateOf(value)];
    });
  const highest = (key: string): number | null => {
    const rates = listed(key);
    return rates.length === 0 ? null : Math.max(...rates);
  };
  const everywhere = (key: string): number | null =>
    listed(key).length < prices.length ? null : highest(key);
  const inputPerMillion = everywhere('input_mtok');
  const outputPerMillion = everywhere('output_mtok');
  // An entry for audio or embeddings has no price for text.
  if (inputPerMillion === null || outputPerMillion === null) return null;
  return {
    inputPerMillion,
    cachedInputPerMillion: everywhere('cache_read_mtok'),
    cacheWritePerMillion: highest('cache_write_mtok'),
    outputPerMillion,
  };
}

function tierStart(prices: readonly ModelPrice[]): number | null {
  const starts = prices.flatMap((price) =>
    Object.values(price).flatMap((listed) =>
      typeof listed === 'object' ? listed.tiers.map((tier) => tier.start) : [],
    ),
  );
  return starts.length === 0 ? null : Math.min(...starts);
}
