import { dropEvidence, noDropEvidence } from './evidence.ts';
import { falseAlarmRate, noDropThreshold } from './gate.ts';

/** The observed pass rates, and the levels that a claim must meet. */
export type Observed = {
  readonly base: number;
  readonly head: number;
  /** The significance level of a regression. */
  readonly alpha: number;
  readonly beta: number;
  readonly drop: number;
};

/**
 * How many samples per arm a fixed comparison would need for either claim if the observed rates stayed the same: a
 * hint, not a promise. null when a hundred are not enough.
 */
export function samplesNeeded(observed: Observed): number | null {
  return [5, 8, 12, 16, 20, 25, 40, 60, 100].find((samples) => decides(observed, samples)) ?? null;
}

function decides({ base, head, alpha, beta, drop }: Observed, samples: number): boolean {
  const look = { base: samples, head: samples };
  const passes = { base: Math.round(base * samples), head: Math.round(head * samples) };
  if (falseAlarmRate([look], dropEvidence(passes, look)) <= alpha) return true;
  return noDropEvidence(passes, look, drop) >= noDropThreshold([look], drop, beta);
}
