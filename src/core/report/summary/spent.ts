import type { MeasuredCell, Measurements } from '../../verdict/measurements.ts';
import { costUsd, priceOf } from '../../budget/price.ts';
import type { Model } from '../../settings.ts';
import type { GenerationRecord } from '../../records/record.ts';
import type { NotReached, Spent } from './summary.ts';

/**
 * What this run's own calls used. Answers that are replayed from records cost nothing. One unknown price makes the
 * sum unknown.
 */
export function spentOf(
  measurements: Pick<Measurements, 'cells'>,
  models: readonly Model[],
  seconds: number,
): Spent {
  const answered = measurements.cells.filter(({ generation }) => generation !== null);
  const asked = answered.filter(({ cached }) => !cached);
  const { usd, unpriced, priceTableDate } = recordedCost(
    asked.flatMap(({ generation }) => generation ?? []),
    models,
  );
  const sum = (of: (cell: MeasuredCell) => number): number =>
    asked.reduce((total, cell) => total + of(cell), 0);
  return {
    generations: asked.length,
    cachedGenerations: answered.length - asked.length,
    inputTokens: sum(({ generation }) => usageOf(generation)?.inputTokens ?? 0),
    outputTokens: sum(({ generation }) => usageOf(generation)?.outputTokens ?? 0),
    usd: unpriced.length > 0 ? null : usd,
    unpriced,
    priceTableDate,
    exhaustedCaps: [],
    notReached: notReachedOf(measurements),
    seconds,
  };
}

/** What stored answers cost when they were made. `usd` leaves out models without a known price, which are named. */
export function recordedCost(
  generations: readonly Pick<GenerationRecord, 'model' | 'result'>[],
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

function usageOf(generation: Pick<GenerationRecord, 'result'> | null) {
  return generation?.result.kind === 'completed' ? generation.result.completion.usage : null;
}

function notReachedOf({ cells }: Pick<Measurements, 'cells'>): readonly NotReached[] {
  const bySubject = new Map<string, NotReached>();
  for (const { arm, code } of cells) {
    if (code.kind !== 'unmeasured' || code.why !== 'budget') continue;
    const [spec, model] = [arm.version.spec.name, arm.model.id];
    const key = JSON.stringify([spec, model]);
    bySubject.set(key, { spec, model, samples: (bySubject.get(key)?.samples ?? 0) + 1 });
  }
  return [...bySubject.values()];
}
