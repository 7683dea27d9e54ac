/** The p-value of one way to look at a comparison, and the least that it could be with as many passes in all. */
export type DiscreteP = {
  readonly p: number;
  readonly least: number;
  /** The share of the error that this way gets of those in which a comparison is looked at; all have 1 together. */
  readonly share: number;
};

/**
 * Adjusted p-values of Benjamini and Hochberg (1995), one for each comparison, in the order of the input: whatever is at or
 * below q is found, and of what is found at most the share q is expected to be false. Valid where the p-values are
 * independent or depend positively on each other (Benjamini and Yekutieli 2001), as those of comparisons with one
 * common base do.
 *
 * A comparison may be looked at in several ways; then the smallest p-value counts, each divided by its share
 * (Bonferroni). At each p-value only that counts as tried which could have come so low, however its passes had been
 * shared out (Heyse 2011; Döhler, Durand and Roquain 2018). For this count no exact guarantee is known: what supports it is
 * the bench of the map.
 */
export function falseDiscoveryRates(comparisons: readonly (readonly DiscreteP[])[]): number[] {
  const ways = comparisons
    .flat()
    .map(({ least, share }) => ({ least: least / share, share }))
    .toSorted((one, other) => one.least - other.least);
  const descending = comparisons
    .map((each, index) => ({ p: Math.min(1, ...each.map(({ p, share }) => p / share)), index }))
    .toSorted((one, other) => other.p - one.p);
  const adjusted: number[] = Array.from({ length: comparisons.length }, () => 1);
  let tried = ways.reduce((sum, { share }) => sum + share, 0);
  let smallest = 1;
  for (const [place, { p, index }] of descending.entries()) {
    for (let last = ways.at(-1); last !== undefined && last.least > p; last = ways.at(-1)) {
      tried -= last.share;
      ways.pop();
    }
    // Nothing speaks for it at all, and everything can come as low as 1.
    if (p < 1) smallest = Math.min(smallest, p * (tried / (comparisons.length - place)));
    adjusted[index] = smallest;
  }
  return adjusted;
}
