import type { Measurements } from './measurements.ts';
import { expectedTests } from './expected-tests.ts';

/** Tests of a spec that fail on the head's own committed code, pass on the base's, and fail in samples of the head. */
export type BrokenByHead = {
  readonly spec: string;
  readonly tests: readonly string[];
  /** No verdict rests on them, because the committed code under `writes` and the tests are the same on both sides. */
  readonly isLeftOut: boolean;
  /** What else the change touches: not the spec's texts, its tests or its code. */
  readonly otherFiles: readonly string[];
};

/** What breaks tests beside the spec, one entry a spec. */
export function brokenByHead(measurements: Measurements): readonly BrokenByHead[] {
  const bySpec = new Map<string, BrokenByHead>();
  for (const question of measurements.questions) {
    const { redOnHead, leftOut } = expectedTests(question, measurements);
    if (redOnHead.length === 0) continue;
    const { name: spec, otherFiles = [] } = question.change;
    const tests = [...new Set([...(bySpec.get(spec)?.tests ?? []), ...redOnHead])];
    bySpec.set(spec, { spec, tests, isLeftOut: leftOut.length > 0, otherFiles });
  }
  return [...bySpec.values()];
}
