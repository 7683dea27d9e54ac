import { estimateInputTokens } from '../estimate-tokens.ts';
import type { Prompt, Usage } from './completion.ts';
import { sizeOf } from './prompt-size.ts';
import type { ReportedUsage } from './reported-usage.ts';

/** What one answered call is booked with. */
export type Bill = {
  readonly usage: Usage;
  /** At least one count is our estimate, because the vendor gave none that can be read. */
  readonly isEstimated: boolean;
  /** The answer broke off: the vendor may have written, and charge for, more than arrived. */
  readonly mayBeMore: boolean;
};

/**
 * The bill of an answered call. An answered call is never free: a count that is missing, or that is zero although
 * something was sent or received, is replaced by our estimate. We ask for no more output than the call's maximum, so no
 * estimate is larger.
 */
export function billFor(of: {
  readonly prompt: Prompt;
  readonly text: string;
  readonly reported: ReportedUsage;
  readonly mostOutputTokens: number;
}): Bill {
  const { reported } = of;
  const { cacheWriteTokens, hourCacheWriteTokens, reasoningTokens } = reported;
  const inputTokens = givenOr(reported.inputTokens, sizeOf(of.prompt).estimated);
  const cachedInputTokens = Math.min(reported.cachedInputTokens, inputTokens);
  const written = Math.min(estimateInputTokens(of.text), of.mostOutputTokens);
  const outputTokens = givenOr(reported.outputTokens, written);
  return {
    usage: {
      inputTokens,
      cachedInputTokens,
      ...(cacheWriteTokens === null
        ? {}
        : { cacheWriteTokens: Math.min(cacheWriteTokens, inputTokens - cachedInputTokens) }),
      ...(hourCacheWriteTokens === undefined ? {} : { hourCacheWriteTokens }),
      outputTokens,
      ...(reasoningTokens === null ? {} : { reasoningTokens: Math.min(reasoningTokens, outputTokens) }),
    },
    isEstimated: inputTokens !== reported.inputTokens || outputTokens !== reported.outputTokens,
    mayBeMore: false,
  };
}

/** The bill of a call whose answer broke off: counts reported on the way are no totals. */
export function billForBroken(of: Parameters<typeof billFor>[0] & { readonly hasBegun: boolean }): Bill {
  const bill = billFor({ ...of, reported: { ...of.reported, outputTokens: null } });
  const outputTokens = Math.max(bill.usage.outputTokens, of.reported.outputTokens ?? 0);
  return { usage: { ...bill.usage, outputTokens }, isEstimated: true, mayBeMore: of.hasBegun };
}

function givenOr(count: number | null, estimate: number): number {
  return count === null || count === 0 ? estimate : count;
}
