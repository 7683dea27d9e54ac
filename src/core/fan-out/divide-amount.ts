/** Divides an amount in proportion to weights; the parts never add up to more than the amount. */
export function divideAmount(amount: number, weights: readonly number[]): readonly number[] {
  const total = sumOf(weights);
  // Rounded down to a millionth, so that rounding cannot make the sum of the parts exceed the amount.
  return weights.map((weight) => Math.floor(((amount * weight) / total) * 1e6) / 1e6);
}

/**
 * Divides a whole number into whole parts, each at least `least`, in proportion to weights: largest remainder first.
 */
export function divideWholeNumber(amount: number, weights: readonly number[], least = 0): readonly number[] {
  const total = sumOf(weights);
  const free = Math.max(0, amount - least * weights.length);
  const exact = weights.map((weight) => (free * weight) / total);
  const parts = exact.map((part) => Math.floor(part));
  const left = free - sumOf(parts);
  const byRemainder = exact
    .map((part, index) => ({ index, remainder: part - Math.floor(part) }))
    .toSorted((one, other) => other.remainder - one.remainder || one.index - other.index);
  const larger = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return parts.map((part, index) => least + part + (larger.has(index) ? 1 : 0));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
