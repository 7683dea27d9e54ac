import type { TextSamples } from '../../core/clause-map/text-samples.ts';

/** Samples of a text between base and head in which each test passes so many times, and the first ones first. */
export function someTextSamples(of: {
  /** Ids of the parts that are as in the head. */
  readonly has: readonly string[];
  readonly passes: Readonly<Record<string, number>>;
  readonly samples: number;
  readonly spec?: string;
  readonly model?: string;
}): TextSamples {
  const { has, passes, samples, spec = 'minutes', model = 'one' } = of;
  const tests = Object.keys(passes);
  return {
    ...{ spec, model, has, tests, ends: samples },
    samples: Array.from({ length: samples }, (_, sample) => {
      const passed = new Set(tests.filter((test) => sample < (passes[test] ?? 0)));
      return {
        outcome:
          passed.size === tests.length
            ? { kind: 'passed' as const }
            : { kind: 'failed' as const, tests: tests.filter((test) => !passed.has(test)) },
        passed,
      };
    }),
  };
}
