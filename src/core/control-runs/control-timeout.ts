import type { TestRun } from '../results/test-report.ts';

/**
 * How long a control run may take: three times the run with the tests as committed. A quick run may take longer than that
 * on a busy machine, so there is a least time.
 */
export function controlTimeout({ run }: TestRun, limitMs: number | null): number {
  return Math.min(limitMs ?? Infinity, Math.max(leastMs, 3 * run.durationMs));
}

const leastMs = 15_000;
