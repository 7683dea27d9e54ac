import type { TreeRuns } from '../core/plan/measurements.ts';
import type { TestRun } from '../core/results/test-report.ts';
import type { SpecVersion } from '../core/specs/spec.ts';
import type { Engine } from './engine.ts';
import { runTests } from './run-tests.ts';

/** Runs the test command on a version's tree as committed and with `writes` emptied, before any model is asked. */
export async function measureTree(engine: Engine, version: SpecVersion): Promise<TreeRuns> {
  const { notes } = await engine.ports.workspaces.prepare(version);
  const timeoutMs = version.spec.timeoutMs ?? longestOwnRunMs;
  const own =
    version.emptied.length === 0
      ? null
      : await runTests(engine, version, { content: { kind: 'committed' }, timeoutMs });
  const emptied = await runTests(engine, version, {
    content: { kind: 'emptied' },
    timeoutMs: timeoutOf(version, own),
  });
  return { own, emptied, notes };
}

/** How long a cell's test run may take: what the user says, else ten times the repository's own run, at least 60 s. */
export function timeoutOf(version: SpecVersion, own: TestRun | null): number {
  return version.spec.timeoutMs ?? Math.max(60_000, 10 * (own?.run.durationMs ?? 0));
}

// Before anything is known of the suite; a suite that takes longer needs `timeout`.
const longestOwnRunMs = 15 * 60_000;
