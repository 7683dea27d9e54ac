import type { Measurements } from '../../verdict/measurements.ts';
import { setAsideOf, type LostCalls } from '../../budget/lost-calls.ts';
import { costUsd, priceOf, savedUsd } from '../../budget/price.ts';
import type { Usage } from '../../generation/completion.ts';
import type { Model } from '../../settings.ts';
import type { TakenAnswer } from '../../records/taken-answer.ts';
import type { CapName } from '../../budget/budget.ts';
import { isMoreThan, type SetAside } from '../../budget/set-aside.ts';

/** A comparison that the budget cut short. */
type NotReached = {
  readonly spec: string;
  readonly model: string;
  /** Samples that were planned and not drawn. */
  readonly samples: number;
};

/** What the run cost. `usd` is null when a price is unknown; it is never 0 for "unknown". */
export type Spent = {
  readonly generations: number;
  readonly cachedGenerations: number;
  /** Calls that were answered and gave no answer that counts. Their tokens and cost are in the sums. */
  readonly lostCalls: number;
  /** Calls whose usage the vendor did not report: they are booked with our estimate. Lost calls are among them. */
  readonly estimatedCalls: number;
  /** What stays set aside for lost calls whose answer broke off; missing if none did. */
  readonly setAside?: SetAside;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** The part of the input that was read from the vendors' prompt caches. */
  readonly cacheReadTokens: number;
  /** The part of the input that was written to them, as far as the vendors say it. */
  readonly cacheWriteTokens: number;
  /** The part of the output that was reasoning, as far as the vendors say it. */
  readonly reasoningTokens: number;
  readonly usd: number | null;
  /** How much more the same tokens would have cost without any cache; null when a price is unknown. */
  readonly savedUsd: number | null;
  /** Models without a known price. */
  readonly unpriced: readonly string[];
  /** Date of the price table if one of its prices was used; otherwise null. */
  readonly priceTableDate: string | null;
  /** Caps that ended sampling early. */
  readonly exhaustedCaps: readonly (CapName | 'minutes')[];
  readonly notReached: readonly NotReached[];
  readonly seconds: number;
};

/**
 * What this run's own calls used, those without an answer among them. Answers that are replayed from records cost
 * nothing. One unknown price makes the sum unknown.
 */
export function spentOf(
  { cells, lost }: Pick<Measurements, 'cells'> & { readonly lost: readonly LostCalls[] },
  models: readonly Model[],
): Omit<Spent, 'exhaustedCaps' | 'seconds'> {
  const answered = cells.flatMap(({ generation, cached }) =>
    generation === null ? [] : [{ generation, cached }],
  );
  const asked = answered.flatMap(({ generation, cached }) => (cached ? [] : [generation]));
  const recorded = recordedCost(asked, models);
  const used = [...asked.flatMap((generation) => usageOf(generation) ?? []).map(tokensOf), ...lost];
  const unpriced = new Set([
    ...recorded.unpriced,
    ...lost.flatMap(({ model, usd }) => (usd === null ? [model] : [])),
  ]);
  const estimated = asked.filter(({ result }) => isEstimated(result)).length;
  return {
    generations: asked.length,
    cachedGenerations: answered.length - asked.length,
    lostCalls: sumOf(lost.map(({ calls }) => calls)),
    estimatedCalls: estimated + sumOf(lost.map((each) => each.estimated)),
    ...setAsideOf(lost),
    inputTokens: sumOf(used.map(({ inputTokens }) => inputTokens)),
    outputTokens: sumOf(used.map(({ outputTokens }) => outputTokens)),
    cacheReadTokens: sumOf(used.map(({ cacheReadTokens }) => cacheReadTokens ?? 0)),
    cacheWriteTokens: sumOf(used.map(({ cacheWriteTokens }) => cacheWriteTokens ?? 0)),
    reasoningTokens: sumOf(used.map(({ reasoningTokens }) => reasoningTokens ?? 0)),
    usd: unpriced.size > 0 ? null : recorded.usd + sumOf(lost.map(({ usd }) => usd ?? 0)),
    savedUsd:
      unpriced.size > 0 ? null : savedOn(asked, models) + sumOf(lost.map((each) => each.savedUsd ?? 0)),
    unpriced: [...unpriced],
    priceTableDate: recorded.priceTableDate ?? datesOf(lost, models)[0] ?? null,
    notReached: notReachedOf(cells),
  };
}

function tokensOf({ cachedInputTokens, ...rest }: Usage) {
  return { ...rest, cacheReadTokens: cachedInputTokens };
}

function savedOn(generations: readonly TakenAnswer[], models: readonly Model[]): number {
  const prices = new Map(models.map((model) => [model.id, priceOf(model)]));
  return sumOf(
    generations.map((generation) => {
      const price = prices.get(generation.model) ?? null;
      const usage = usageOf(generation);
      return price === null || usage === null ? 0 : savedUsd(price, usage);
    }),
  );
}

function isEstimated(result: TakenAnswer['result']): boolean {
  return result.kind === 'completed' && result.completion.isUsageEstimated === true;
}

function datesOf(lost: readonly LostCalls[], models: readonly Model[]): readonly string[] {
  const asked = new Set(lost.map(({ model }) => model));
  return models.flatMap((model) => (asked.has(model.id) ? (priceOf(model)?.tableDate ?? []) : []));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** What stored answers cost when they were made. `usd` leaves out models without a known price, which are named. */
export function recordedCost(
  generations: readonly Pick<TakenAnswer, 'model' | 'result'>[],
  models: readonly Model[],
): { readonly usd: number; readonly unpriced: readonly string[]; readonly priceTableDate: string | null } {
  const prices = new Map(models.map((model) => [model.id, priceOf(model)]));
  const costs = generations.map((generation) => {
    const price = prices.get(generation.model) ?? null;
    const usage = usageOf(generation);
    return price === null || usage === null ? 0 : costUsd(price, usage);
  });
  const asked = [...new Set(generations.map(({ model }) => model))];
  const dates = asked.flatMap((model) => prices.get(model)?.tableDate ?? []);
  return {
    usd: costs.reduce((sum, cost) => sum + cost, 0),
    unpriced: asked.filter((model) => (prices.get(model) ?? null) === null),
    priceTableDate: dates[0] ?? null,
  };
}

function usageOf(generation: Pick<TakenAnswer, 'result'> | null) {
  return generation?.result.kind === 'completed' ? generation.result.completion.usage : null;
}

function notReachedOf(cells: Measurements['cells']): readonly NotReached[] {
  const bySubject = new Map<string, NotReached>();
  for (const { arm, code } of cells) {
    if (code.kind !== 'unmeasured' || code.why !== 'budget') continue;
    const [spec, model] = [arm.version.spec.name, arm.model.id];
    const key = JSON.stringify([spec, model]);
    bySubject.set(key, { spec, model, samples: (bySubject.get(key)?.samples ?? 0) + 1 });
  }
  return [...bySubject.values()];
}

/** What answers that broke off hold of a limit that ended sampling, if that is more than was spent; null otherwise. */
export function setAsideInTheWay(spent: Spent): SetAside | null {
  const { setAside, exhaustedCaps, usd, inputTokens, outputTokens } = spent;
  const canHold = exhaustedCaps.some((cap) => cap !== 'generations' && cap !== 'minutes');
  if (setAside === undefined || !canHold) return null;
  return isMoreThan(setAside, { usd, tokens: inputTokens + outputTokens }) ? setAside : null;
}
