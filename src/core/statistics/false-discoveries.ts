/**
 * Adjusted p-values of Benjamini and Hochberg (1995): whatever is at or below q is found, and of what is found at most
 * the share q is expected to be false. Valid where the p-values are independent or depend positively on each other
 * (Benjamini and Yekutieli 2001), as those of comparisons with one common base do. The output has the order of the
 * input.
 */
export function falseDiscoveryRates(pValues: readonly number[]): number[] {
  const descending = pValues.map((p, index) => ({ p, index })).toSorted((one, other) => other.p - one.p);
  const adjusted: number[] = Array.from({ length: pValues.length }, () => 1);
  let smallest = 1;
  for (const [place, { p, index }] of descending.entries()) {
    smallest = Math.min(smallest, p * (pValues.length / (pValues.length - place)));
    adjusted[index] = smallest;
  }
  return adjusted;
}
