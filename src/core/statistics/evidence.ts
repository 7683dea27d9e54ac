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
 * exactly `drop` apart. 0 if the observed drop is that large. The inner maximum is that of a concave function.
 */
export function noDropEvidence(passes: Passes, look: Look, drop: number): number {
  if (passes.head / look.head <= passes.base / look.base - drop + 1e-12) return 0;
  // The search needs hundreds of logarithms, and looks repeat the same few outcomes.
  const known = ofDrop.get(drop) ?? new Map<number, number>();
  ofDrop.set(drop, known);
  const outcome = [passes.base, look.base, passes.head, look.head].reduce(
    (key, count) => key * 4096 + count,
    0,
  );
  const evidence = known.get(outcome) ?? searched(passes, look, drop);
  known.set(outcome, evidence);
  return evidence;
}

const ofDrop = new Map<number, Map<number, number>>();

function searched(passes: Passes, look: Look, drop: number): number {
  const at = (base: number): number =>
    jointLogLikelihood({ passes, look, base, head: Math.max(0, base - drop) });
  return rounded(free(passes, look) - at(peak(at, drop, 1)));
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

// 60 ternary steps narrow [from, to] by (2/3)^60 ≈ 3e-11.
function peak(of: (x: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  for (let step = 0; step < 60; step += 1) {
    const third = (high - low) / 3;
    const lower = of(low + third);
    const upper = of(high - third);
    if (lower >= upper) high -= third;
    else low += third;
  }
  return (low + high) / 2;
}

function rounded(value: number): number {
  return Math.round(value * 1e8) / 1e8;
}
