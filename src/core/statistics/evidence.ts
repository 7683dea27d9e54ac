import type { Look, Passes } from './sampling-plan.ts';

/**
 * Log-likelihood ratio for "the head's pass rate is lower": two free rates against one common rate. 0 if head does at
 * least as well, and at a short look, where no drop is looked for. Rounded to 1e-8 so that outcomes that tie compare
 * equal.
 */
export function dropEvidence(passes: Passes, look: Look): number {
  if (look.short === true) return 0;
  const baseRate = passes.base / look.base;
  const headRate = passes.head / look.head;
  if (baseRate <= headRate + 1e-12) return 0;
  const together = greatest(passes.base + passes.head, look.base + look.head);
  return rounded(free(passes, look) - together);
}

/**
 * Log-likelihood ratio for "the drop is smaller than `drop`": two free rates against the best pair of rates that lie
 * exactly `drop` apart. 0 if the observed drop is that large. The inner maximum is that of a concave function, found
 * where its slope changes sign.
 */
export function noDropEvidence(passes: Passes, look: Look, drop: number): number {
  if (passes.head / look.head <= passes.base / look.base - drop + 1e-12) return 0;
  // Each needs a search, and looks repeat the same few outcomes.
  const known = ofDrop.get(drop) ?? new Map<number, number>();
  ofDrop.set(drop, known);
  const outcome = ((passes.base * 4096 + look.base) * 4096 + passes.head) * 4096 + look.head;
  const evidence = known.get(outcome) ?? searched(passes, look, drop);
  known.set(outcome, evidence);
  return evidence;
}

const ofDrop = new Map<number, Map<number, number>>();

function searched(passes: Passes, look: Look, drop: number): number {
  const base = likeliestBase(passes, look, drop);
  return rounded(
    free(passes, look) - jointLogLikelihood({ passes, look, base, head: Math.max(0, base - drop) }),
  );
}

// Where the slope of the joint likelihood, which only falls, is 0. Its sign needs no logarithm. 45 halvings leave an
// error of 3e-14, and the likelihood is flat there; at an end of [drop, 1] the end itself is taken.
function likeliestBase(passes: Passes, look: Look, drop: number): number {
  const slope = (base: number): number =>
    over(passes.base, base) -
    over(look.base - passes.base, 1 - base) +
    over(passes.head, base - drop) -
    over(look.head - passes.head, 1 - base + drop);
  if (slope(drop) <= 0) return drop;
  if (slope(1) >= 0) return 1;
  let low = drop;
  let high = 1;
  for (let halving = 0; halving < 45; halving += 1) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

// An outcome that was not seen pulls nowhere, and one that was pulls without bound from the rate that excludes it.
function over(count: number, rate: number): number {
  return count === 0 ? 0 : count / Math.max(0, rate);
}

function free(passes: Passes, look: Look): number {
  return greatest(passes.base, look.base) + greatest(passes.head, look.head);
}

// Log-likelihood of s passes in n at its own best rate s/n: s ln s + (n − s) ln (n − s) − n ln n.
function greatest(passed: number, samples: number): number {
  return countLogCount(passed) + countLogCount(samples - passed) - countLogCount(samples);
}

// Every outcome of every look is evaluated with few different counts, so their logarithms are computed once.
function countLogCount(count: number): number {
  for (let next = countLogCounts.length; next <= count; next += 1) countLogCounts.push(next * Math.log(next));
  return countLogCounts[count] ?? 0;
}

const countLogCounts = [0];

function jointLogLikelihood(at: {
  readonly passes: Passes;
  readonly look: Look;
  readonly base: number;
  readonly head: number;
}): number {
  const { passes, look, base, head } = at;
  return binomial(passes.base, look.base, base) + binomial(passes.head, look.head, head);
}

function binomial(passed: number, samples: number, rate: number): number {
  return times(passed, Math.log(rate)) + times(samples - passed, Math.log(1 - rate));
}

// 0 · ln 0 = 0: an outcome that was not seen says nothing about its rate.
function times(count: number, logarithm: number): number {
  return count === 0 ? 0 : count * logarithm;
}

function rounded(value: number): number {
  return Math.round(value * 1e8) / 1e8;
}
