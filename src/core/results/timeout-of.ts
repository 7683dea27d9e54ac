import type { SpecVersion } from '../specs/spec.ts';
import type { TestRun } from './test-report.ts';

/**
 * How long a cell's test run may take: the user's `timeout`, otherwise ten times the repository's own run, at least
 * 60 s.
 */
export function timeoutOf({ spec }: Pick<SpecVersion, 'spec'>, own: TestRun | null): number {
  return spec.timeoutMs ?? Math.max(60_000, 10 * (own?.run.durationMs ?? 0));
}
