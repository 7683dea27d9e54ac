import type { PartSamples } from '../../core/clause-map/part-samples.ts';
import type { CutSpec, Part, PartKind } from '../../core/parts/part.ts';
import type { SamplingPlan } from '../../core/statistics/sampling-plan.ts';

/** A spec that is cut into these texts; their ids are `part-1`, `part-2` and so on. */
export function aCut(...texts: readonly string[]): CutSpec {
  const parts = texts.map((text, index) => aPart(text, index + 1));
  return { texts: [{ path: 'SPEC.md', pieces: parts }], parts, groups: [] };
}

function aPart(text: string, line: number): Part {
  const kind: PartKind = text.startsWith('#') ? 'heading' : 'requirement';
  return { id: `part-${line}`, file: 'SPEC.md', kind, lines: [line, line], present: `${text}\n`, absent: '' };
}

/** Samples of a text without some parts: 12 of the full text, all passed, and as many of the other one. */
export function somePartSamples(of: {
  readonly removed: readonly string[];
  /** How many of the samples each test passes without these parts. */
  readonly passes: Readonly<Record<string, number>>;
  /** The same with the full text; missing = all. */
  readonly fullPasses?: Readonly<Record<string, number>>;
  readonly model?: string;
  readonly samples?: number;
}): PartSamples {
  const { removed, passes, fullPasses = {}, model = 'one', samples = 12 } = of;
  const looks: SamplingPlan = [{ base: samples, head: samples }];
  const first = (count: number): boolean[] => Array.from({ length: samples }, (_, index) => index < count);
  const outcomes = first(samples).map(() => ({ kind: 'passed' as const }));
  const tests = Object.entries(passes).map(([test, count]) => ({
    test,
    base: first(fullPasses[test] ?? samples),
    head: first(count),
  }));
  return { spec: 'minutes', model, removed, looks, samples: { base: outcomes, head: outcomes, tests } };
}
