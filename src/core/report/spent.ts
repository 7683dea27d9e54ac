import type { MeasuredCell, Measurements } from '../plan/measurements.ts';
import type { Model } from '../plan/settings.ts';
import type { Spent } from './summary.ts';

/** What the run's own calls used; answers replayed from records cost nothing. Unknown prices make the sum unknown. */
export function spentOf(measurements: Measurements, models: readonly Model[], seconds: number): Spent {
  const answered = measurements.cells.filter(({ generation }) => generation !== null);
  const asked = answered.filter(({ cached }) => !cached);
  const unpriced = models
    .filter((model) => model.price === null && asked.some(({ arm }) => arm.model.id === model.id))
    .map(({ id }) => id);
  const sum = (of: (cell: MeasuredCell) => number): number =>
    asked.reduce((total, cell) => total + of(cell), 0);
  return {
    generations: asked.length,
    cachedGenerations: answered.length - asked.length,
    inputTokens: sum((cell) => tokensOf(cell).input),
    outputTokens: sum((cell) => tokensOf(cell).output),
    usd: unpriced.length > 0 ? null : sum(costOf),
    unpriced,
    seconds,
  };
}

function tokensOf({ generation }: MeasuredCell): { readonly input: number; readonly output: number } {
  if (generation?.result.kind !== 'completed') return { input: 0, output: 0 };
  const { inputTokens, outputTokens } = generation.result.completion.usage;
  return { input: inputTokens, output: outputTokens };
}

function costOf(cell: MeasuredCell): number {
  const { price } = cell.arm.model;
  const tokens = tokensOf(cell);
  return price === null ? 0 : (tokens.input * price.input + tokens.output * price.output) / 1e6;
}
