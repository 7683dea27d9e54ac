import { priceOf } from '../budget/price.ts';
import { estimateInputTokens } from '../estimate-tokens.ts';
import type { Model } from '../settings.ts';
import type { ShorterText, Saving } from './shrunk.ts';

/** What the shorter texts save of each prompt. Tokens are estimated, because no vendor was asked about them. */
export function savingOf(
  texts: readonly ShorterText[],
  of: { readonly shown: readonly { readonly text: string }[]; readonly models: readonly Model[] },
): Saving {
  const saved = texts.reduce(
    (sum, { before, after }) => sum + estimateInputTokens(before) - estimateInputTokens(after),
    0,
  );
  const whole = of.shown.reduce((sum, { text }) => sum + estimateInputTokens(text), 0);
  return {
    inputTokens: saved,
    share: whole === 0 ? 0 : saved / whole,
    usdPer1000: of.models.map((model) => {
      const price = priceOf(model);
      return { model: model.id, usd: price === null ? null : (saved * price.inputPerMillion) / 1000 };
    }),
  };
}
