import type { Posterior } from './posterior.ts';

/**
 * The prefix whose next sample is expected to say the most about the cause: the mutual information between the cause
 * and whether the sample passes. Where several say as much, the one that halves the probability best, then the first.
 * The ends count too: where only texts that have the cause were sampled, the base tells them from a base that is bad.
 */
export function mostTellingPrefix({ probabilities, chances }: Posterior): number {
  const meanOf = (of: (index: number) => number): number =>
    probabilities.reduce((sum, probability, index) => sum + probability * of(index), 0);
  let passes = meanOf((index) => chances[index]?.base ?? 0);
  let noise = meanOf((index) => entropy(chances[index]?.base ?? 0));
  let within = 0;
  let best: Candidate = { prefix: 0, gain: entropy(passes) - noise, balance: 0 };
  // If the cause stands within the prefix, its sample is like the head, otherwise like the base.
  for (const [part, probability] of probabilities.entries()) {
    const { base, head } = chances[part] ?? { base: 0, head: 0 };
    passes += probability * (head - base);
    noise += probability * (entropy(head) - entropy(base));
    within += probability;
    const next = { prefix: part + 1, gain: entropy(passes) - noise, balance: Math.min(within, 1 - within) };
    if (isBetter(next, best)) best = next;
  }
  return best.prefix;
}

type Candidate = { readonly prefix: number; readonly gain: number; readonly balance: number };

function isBetter(one: Candidate, other: Candidate): boolean {
  const more = one.gain - other.gain;
  return Math.abs(more) > rounding ? more > 0 : one.balance > other.balance + rounding;
}

const rounding = 1e-12;

/** In bits. */
function entropy(chance: number): number {
  if (chance <= 0 || chance >= 1) return 0;
  return -chance * Math.log2(chance) - (1 - chance) * Math.log2(1 - chance);
}
