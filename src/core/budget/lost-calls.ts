import type { Bill } from '../generation/bill.ts';
import { costUsd, savedUsd, type Price } from './price.ts';
import { sumOfSetAside, type SetAside } from './set-aside.ts';

/** Calls of one model that were answered and gave no answer that counts: paid for, and on no record. */
export type LostCalls = {
  readonly model: string;
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Parts of the input and of the output. Missing in files of jobs of an earlier version. */
  readonly cacheReadTokens?: number;
  readonly cacheWriteTokens?: number;
  readonly reasoningTokens?: number;
  /** null where the price is unknown. */
  readonly usd: number | null;
  /** What the vendor's cache saved on them. */
  readonly savedUsd?: number;
  /** How many of them are booked with an estimate. */
  readonly estimated: number;
  /** What stays set aside for those that broke off; missing if none did. */
  readonly setAside?: SetAside;
};

/** The list with one more lost call of this model. */
export function withLostCall(
  list: readonly LostCalls[],
  of: {
    readonly model: string;
    readonly price: Price | null;
    readonly bill: Bill;
    /** null if the answer did not break off. */
    readonly setAside: SetAside | null;
  },
): readonly LostCalls[] {
  const { model, price, bill, setAside } = of;
  const { usage } = bill;
  const one: LostCalls = {
    model,
    calls: 1,
    inputTokens: usage.inputTokens,
    outputTokens: usage.outputTokens,
    cacheReadTokens: usage.cachedInputTokens,
    cacheWriteTokens: usage.cacheWriteTokens ?? 0,
    reasoningTokens: usage.reasoningTokens ?? 0,
    savedUsd: price === null ? 0 : savedUsd(price, usage),
    usd: price === null ? null : costUsd(price, usage),
    estimated: bill.isEstimated ? 1 : 0,
    ...(setAside === null ? {} : { setAside }),
  };
  return joinedLostCalls([...list, one]);
}

/** One entry for each model. */
export function joinedLostCalls(list: readonly LostCalls[]): readonly LostCalls[] {
  const byModel = new Map<string, LostCalls>();
  for (const entry of list) {
    const known = byModel.get(entry.model);
    byModel.set(entry.model, known === undefined ? entry : sumOf(known, entry));
  }
  return [...byModel.values()];
}

function sumOf(one: LostCalls, other: LostCalls): LostCalls {
  const sum = (name: 'cacheReadTokens' | 'cacheWriteTokens' | 'reasoningTokens' | 'savedUsd'): number =>
    (one[name] ?? 0) + (other[name] ?? 0);
  return {
    model: one.model,
    calls: one.calls + other.calls,
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    cacheReadTokens: sum('cacheReadTokens'),
    cacheWriteTokens: sum('cacheWriteTokens'),
    reasoningTokens: sum('reasoningTokens'),
    usd: one.usd === null || other.usd === null ? null : one.usd + other.usd,
    savedUsd: sum('savedUsd'),
    estimated: one.estimated + other.estimated,
    ...setAsideOf([one, other]),
  };
}

/** What stays set aside for the broken-off answers among these calls; empty if none broke off. */
export function setAsideOf(lost: readonly LostCalls[]): { readonly setAside?: SetAside } {
  const given = lost.flatMap(({ setAside }) => setAside ?? []);
  return given.length === 0 ? {} : { setAside: sumOfSetAside(given) };
}
