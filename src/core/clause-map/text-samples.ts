import type { SamplingPlan } from '../statistics/sampling-plan.ts';
import type { Outcome } from '../results/outcome.ts';
import { isSame } from './noticing.ts';
import type { PartSamples } from './part-samples.ts';

/** Samples of one text between base and head, all tested in the head's tree. */
export type TextSamples = {
  readonly spec: string;
  readonly model: string;
  /** Ids of the changed parts that are as in the head; the others are as in the base. */
  readonly has: readonly string[];
  /** The tests that are compared. */
  readonly tests: readonly string[];
  /** What became of each sample, and the tests that passed in it. */
  readonly samples: readonly { readonly outcome: Outcome; readonly passed: ReadonlySet<string> }[];
  /** At how many numbers of samples the sampling might have ended. */
  readonly ends: number;
};

/**
 * Each text beside the one of its spec and model that has nothing apart. Models without such a text are left out, and so
 * are samples that are no evidence.
 */
export function textsBeside(
  texts: readonly (TextSamples & { readonly apart: readonly string[] })[],
): readonly PartSamples[] {
  return texts.flatMap((text): readonly PartSamples[] => {
    const full = texts.find((other) => isSame(other, text) && other.apart.length === 0);
    if (full === undefined || text.apart.length === 0) return [];
    const [base, head] = [evidenceIn(full), evidenceIn(text)];
    if (base.length === 0 || head.length === 0) return [];
    const looks: SamplingPlan = Array.from({ length: Math.max(text.ends, head.length) }, (_, index) => {
      return { base: base.length, head: index + 1 };
    });
    const passedIn = (of: typeof base, test: string): readonly boolean[] =>
      of.map(({ passed }) => passed.has(test));
    return [
      {
        ...{ spec: text.spec, model: text.model, removed: text.apart, looks },
        samples: {
          base: base.map(({ outcome }) => outcome),
          head: head.map(({ outcome }) => outcome),
          tests: text.tests.map((test) => {
            return { test, base: passedIn(base, test), head: passedIn(head, test) };
          }),
        },
      },
    ];
  });
}

function evidenceIn({ samples }: TextSamples): TextSamples['samples'] {
  return samples.filter(({ outcome }) => outcome.kind !== 'unmeasured');
}
