import type { OutcomeTable } from './hit-probability.ts';

/**
 * The smallest positive value of the table that, as a threshold, is met with probability at most `level` at each of
 * the rates; Infinity if none is. `chance` falls as the threshold grows, so a rate at which the threshold of the rates
 * before it is enough needs one look, and only one at which it is not needs a search.
 */
export function smallestThreshold(of: {
  readonly table: OutcomeTable;
  readonly level: number;
  readonly rates: readonly number[];
  readonly chance: (threshold: number, rate: number) => number;
}): number {
  const values = positiveValues(of.table);
  let least = 0;
  for (const rate of coarseFirst(of.rates)) {
    const isEnough = (index: number): boolean => of.chance(values[index] ?? Infinity, rate) <= of.level;
    if (!isEnough(least)) least = firstAfter(least, values.length, isEnough);
  }
  return values[least] ?? Infinity;
}

function positiveValues(table: OutcomeTable): Float64Array {
  const values = new Set<number>();
  for (const row of table) for (const value of row) if (value > 0) values.add(value);
  return Float64Array.from(values).toSorted();
}

// The curve over the rates is smooth, so after a few far apart the neighbours seldom ask for a larger threshold.
function coarseFirst(rates: readonly number[]): readonly number[] {
  const order = [16, 8, 4, 2, 1].flatMap((step) => rates.filter((_, index) => index % step === 0));
  return [...new Set(order)];
}

// In steps that double: the next threshold is mostly near.
function firstAfter(start: number, end: number, isEnough: (index: number) => boolean): number {
  let low = start;
  let step = 1;
  while (low + step < end && !isEnough(low + step)) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, end);
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
