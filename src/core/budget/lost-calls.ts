import type { Bill } from '../generation/bill.ts';
import { costUsd, type Price } from './price.ts';

/** Calls of one model that were answered and gave no answer that counts: paid for, and on no record. */
export type LostCalls = {
  readonly model: string;
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** null where the price is unknown. */
  readonly usd: number | null;
  /** How many of them are booked with an estimate. */
  readonly estimated: number;
};

/** The list with one more lost call of this model. */
export function withLostCall(
  list: readonly LostCalls[],
  { model, price, bill }: { readonly model: string; readonly price: Price | null; readonly bill: Bill },
): readonly LostCalls[] {
  const { usage } = bill;
  const one: LostCalls = {
    model,
    calls: 1,
    inputTokens: usage.inputTokens,
    outputTokens: usage.outputTokens,
    usd: price === null ? null : costUsd(price, usage),
    estimated: bill.isEstimated ? 1 : 0,
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
  return {
    model: one.model,
    calls: one.calls + other.calls,
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    usd: one.usd === null || other.usd === null ? null : one.usd + other.usd,
    estimated: one.estimated + other.estimated,
  };
}
