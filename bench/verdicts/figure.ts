/** An estimate with its 95 % interval and the reach of its one-sided 99 % intervals. */
export type Figure = {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Lower end of the one-sided 99 % interval that is open upwards. */
  readonly atLeast: number;
  /** Upper end of the one-sided 99 % interval that is open downwards. */
  readonly atMost: number;
};

/** Sums from which a mean and its spread follow. */
export type Sums = { readonly count: number; readonly sum: number; readonly squares: number };

/** A rate with Wilson's score intervals. */
export function rateFigure(hits: number, of: number): Figure {
  const [low, high] = wilson(hits, of, twoSided95);
  const [atLeast, atMost] = wilson(hits, of, oneSided99);
  return { estimate: of === 0 ? 0 : hits / of, low, high, atLeast, atMost };
}

/** A number that is computed and not estimated. */
export function exactFigure(value: number): Figure {
  return { estimate: value, low: value, high: value, atLeast: value, atMost: value };
}

/** A mean with normal intervals: thousands of bounded draws. */
export function meanFigure({ count, sum, squares }: Sums): Figure {
  const estimate = sum / count;
  const error = Math.sqrt(Math.max(0, squares / count - estimate * estimate) / count);
  return {
    estimate,
    low: estimate - twoSided95 * error,
    high: estimate + twoSided95 * error,
    atLeast: estimate - oneSided99 * error,
    atMost: estimate + oneSided99 * error,
  };
}

const twoSided95 = 1.959963984540054;
const oneSided99 = 2.3263478740408408;

function wilson(hits: number, of: number, z: number): readonly [number, number] {
  if (of === 0) return [0, 1];
  const rate = hits / of;
  const scale = 1 + (z * z) / of;
  const centre = rate + (z * z) / (2 * of);
  const spread = z * Math.sqrt((rate * (1 - rate)) / of + (z * z) / (4 * of * of));
  // At the ends the interval is closed; rounding must not open it.
  return [hits === 0 ? 0 : (centre - spread) / scale, hits === of ? 1 : (centre + spread) / scale];
}
