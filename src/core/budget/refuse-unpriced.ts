import { UserError } from '../../errors.ts';
import { priceOf } from './price.ts';
import type { Model, Settings } from '../settings.ts';

/** The caps in money, and whether the user wrote one of them. */
export type MoneyCaps = Pick<Settings['budget'], 'usd' | 'usdPerPr' | 'isUsdChosen'>;

/** The caps in money that can be enforced. Default caps are dropped if a model's price is unknown; `note` says so. */
export function effectiveCaps(
  models: readonly Model[],
  budget: MoneyCaps,
): { readonly usd: number | null; readonly usdPerPr: number | null; readonly note: string | null } {
  const unpriced = unpricedOf(models);
  const { usd, usdPerPr } = budget;
  if (unpriced.length === 0 || budget.isUsdChosen) return { usd, usdPerPr, note: null };
  return {
    usd: null,
    usdPerPr: null,
    note: `No cap in money is held, because the price of ${unpriced.join(', ')} is not known; \`generations\`, \`tokens\` and \`minutes\` still cap the run. Give the model its \`price\` for one.`,
  };
}

function unpricedOf(models: readonly Model[]): string[] {
  return models.filter((model) => priceOf(model) === null).map(({ id }) => id);
}

/** The refusal of a cap in money that cannot be enforced because a model's price is unknown; null when all can. */
export function refuseUnpriced(models: readonly Model[], budget: MoneyCaps): UserError | null {
  const limited = models.find((model) => isLimited(model) && priceOf(model) === null);
  if (limited !== undefined) return unpricedLimit(limited);
  if (!budget.isUsdChosen) return null;
  const unpriced = unpricedOf(models).map((id) => `\`${id}\``);
  const caps = [
    ...(budget.usd === null ? [] : [`\`budget.usd\` (${budget.usd} USD)`]),
    ...(budget.usdPerPr === null ? [] : [`\`budget.usd-per-pr\` (${budget.usdPerPr} USD)`]),
  ];
  if (unpriced.length === 0 || caps.length === 0) return null;
  return new UserError(
    'PRICE_UNKNOWN',
    `the price of ${unpriced.join(', ')} is not known, so ${caps.join(' and ')} cannot be enforced. No model was asked.`,
    `Set the model’s \`price: { input: …, output: … }\` in USD per million tokens, or ${lifting(budget)}; \`generations\` and \`tokens\` still limit the run.`,
  );
}

function isLimited({ agent }: Model): boolean {
  return agent !== undefined && agent.limits.usd !== null;
}

function unpricedLimit({ id, agent }: Model): UserError {
  return new UserError(
    'PRICE_UNKNOWN',
    `the price of \`${id}\` is not known, so its \`limits.usd\` (${agent?.limits.usd} USD) cannot be enforced. No model was asked.`,
    'Set the model’s `price: { input: …, output: … }` in USD per million tokens, or leave `limits.usd` out; `turns`, `tokens` and `minutes` still limit it.',
  );
}

// A default cap of the pull request is removed together with that of the run.
function lifting({ usd, usdPerPr }: MoneyCaps): string {
  if (usd === null) return 'set `budget.usd-per-pr: none`';
  const also = usdPerPr === null ? '' : ', and `budget.usd-per-pr: none` if you set that';
  return `set \`budget.usd: none\` (input \`max-usd: none\`)${also}`;
}
