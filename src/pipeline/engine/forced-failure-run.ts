import type { GeneratedFile } from '../../core/generation/completion.ts';
import { suspicionsOf } from '../../core/generation/suspicions.ts';
import { claimsPass, passesWhenForcedToFail } from '../../core/results/tampered.ts';
import type { TestRun } from '../../core/results/test-report.ts';
import type { CellRequest } from './cell-request.ts';
import type { Engine } from './engine.ts';
import { runTests } from './run-tests.ts';

/**
 * Tests a suspicious pass once more with every test forced to fail: whatever still reports a pass has forged it. No
 * model is asked. If the forced-failure run is cancelled, so is the cell.
 */
export async function withForcedFailureRun(
  engine: Engine,
  { arm: { version }, timeoutMs }: CellRequest,
  of: { readonly files: readonly GeneratedFile[]; readonly testRun: TestRun },
): Promise<TestRun> {
  const { files, testRun } = of;
  const { guard } = testRun;
  if (guard === undefined || guard.signs.includes('unguarded')) return testRun;
  if (!claimsPass(testRun) || suspicionsOf(files).length === 0) return testRun;
  const content = { kind: 'generated', files } as const;
  const { testRun: forced } = await runTests(engine, version, { content, timeoutMs, mode: 'forced-failure' });
  if (forced.run.end.kind === 'cancelled') return forced;
  if (!passesWhenForcedToFail(forced)) return testRun;
  return { ...testRun, guard: { ...guard, signs: [...guard.signs, 'poison-survived'] } };
}
