import { grouped } from '../grouped.ts';

/** What stays set aside for answers that broke off, because the vendor may charge for more than arrived. */
export type SetAside = {
  /** null where a price is unknown. */
  readonly usd: number | null;
  readonly tokens: number;
  readonly calls: number;
};

/** Nothing broke off. */
export const nothingSetAside: SetAside = { usd: 0, tokens: 0, calls: 0 };

/** Whether more is set aside than was spent, in money or, where a price is unknown, in tokens. */
export function isMoreThan(
  { usd, tokens, calls }: SetAside,
  spent: { readonly usd: number | null; readonly tokens: number },
): boolean {
  if (calls === 0) return false;
  return usd === null || spent.usd === null || spent.usd + usd === 0
    ? tokens > spent.tokens
    : usd > spent.usd;
}

/** The sum of what is set aside; unknown money in it makes its money unknown. */
export function sumOfSetAside(all: readonly SetAside[]): SetAside {
  return all.reduce(
    (sum, { usd, tokens, calls }) => ({
      usd: sum.usd === null || usd === null ? null : sum.usd + usd,
      tokens: sum.tokens + tokens,
      calls: sum.calls + calls,
    }),
    nothingSetAside,
  );
}

/** What answers that broke off hold of a budget, as a part of a sentence. */
export function setAsideWords({ usd, tokens, calls }: SetAside): string {
  const answers = calls === 1 ? '1 answer that broke off' : `${calls} answers that broke off`;
  const held =
    usd === null || usd === 0 ? `${grouped(tokens)} tokens are` : `${usd.toFixed(usd < 0.01 ? 4 : 2)} USD is`;
  return `${held} set aside for ${answers}`;
}
