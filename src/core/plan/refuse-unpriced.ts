import { UserError } from '../../errors.ts';
import { priceOf } from './price.ts';
import type { Model, Settings } from './settings.ts';

/** The refusal of a cap in money that cannot be held because a model's price is unknown; null when all caps can. */
export function refuseUnpriced(
  models: readonly Model[],
  budget: Pick<Settings['budget'], 'usd' | 'usdPerPr'>,
): UserError | null {
  const unpriced = models.filter((model) => priceOf(model) === null).map(({ id }) => `\`${id}\``);
  const caps = [
    ...(budget.usd === null ? [] : [`\`budget.usd\` (${budget.usd} USD)`]),
    ...(budget.usdPerPr === null ? [] : [`\`budget.usd-per-pr\` (${budget.usdPerPr} USD)`]),
  ];
  if (unpriced.length === 0 || caps.length === 0) return null;
  return new UserError(
    'PRICE_UNKNOWN',
    `the price of ${unpriced.join(', ')} is not known, so ${caps.join(' and ')} could not be held; no model was asked.`,
    `Give the model its \`price: { input: …, output: … }\` in USD per million tokens, or ${lifting(budget)}; \`generations\` and \`tokens\` still cap the run.`,
  );
}

// A cap of the pull request that nobody wrote down goes with that of the run.
function lifting({ usd, usdPerPr }: Pick<Settings['budget'], 'usd' | 'usdPerPr'>): string {
  if (usd === null) return 'set `budget.usd-per-pr: none`';
  const also = usdPerPr === null ? '' : ', and `budget.usd-per-pr: none` if you set that';
  return `set \`budget.usd: none\` (input \`max-usd: none\`)${also}`;
}
