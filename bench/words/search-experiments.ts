import type { Start } from './detect.ts';

/** Searches in one situation. */
export type SearchExperiment = {
  readonly name: string;
  readonly start: Start;
  readonly parts: number;
  /** Pass rate of a text that makes the model fail; every other text passes at .95. */
  readonly head: number;
  readonly habits: 'one-cause' | 'two-needed' | 'each-enough';
  /** Which parts the search takes for probable: by its own rule, all alike, or the cause for the least of all. */
  readonly prior: 'own' | 'even' | 'wrong';
  readonly fault: 'none' | 'counts-twice' | 'asks-anywhere' | 'far-too-sure-prior';
};

export const sizes = [8, 20, 60] as const;
export const starts = ['cached', 'cold'] as const;
export const heads = [0.15, 0.35, 0.55] as const;
export const judgedHeads = [0.15, 0.35] as const;
export const baseRate = 0.95;
export const largeCap = 60;
export const smallCap = 20;
export const casesEach = 400;

/** Capacity in bits of a sample that tells a base at .95 from a head at that rate: facts that are computed once. */
const capacityOf: Readonly<Record<number, number>> = { 0.15: 0.546, 0.35: 0.327, 0.55: 0.174 };

/** Generations that no search can do without on average: lg n / C. */
export function leastSamples(parts: number, head: number): number {
  return Math.log2(parts) / (capacityOf[head] ?? 1);
}

/** The situation of the product, but for what is given. */
export function experimentWith(
  of: Pick<SearchExperiment, 'parts' | 'head'> & Partial<SearchExperiment>,
): SearchExperiment {
  const { start, parts, head, habits, prior, fault } = { ...plain, ...of };
  const name = [start, parts, head, habits, prior, fault].join(' ');
  return { name, start, parts, head, habits, prior, fault };
}

const plain = { start: 'cached', habits: 'one-cause', prior: 'own', fault: 'none' } as const;

/** Everything the bench of the search runs, the longest first. */
export function searchExperiments(): readonly SearchExperiment[] {
  return [
    ...sizes.flatMap((parts) =>
      heads.flatMap((head) => starts.map((start) => experimentWith({ parts, head, start }))),
    ),
    ...sizes.flatMap((parts) => judgedHeads.flatMap((head) => variants(parts, head))),
    ...Object.values(faults),
  ].toSorted((one, other) => other.parts * other.head - one.parts * one.head);
}

function variants(parts: number, head: number): readonly SearchExperiment[] {
  return [
    ...(['even', 'wrong'] as const).map((prior) => experimentWith({ parts, head, prior })),
    ...(['two-needed', 'each-enough'] as const).map((habits) => experimentWith({ parts, head, habits })),
  ];
}

/** Searches with a planted fault, each of which must miss a bound. */
export const faults = {
  countsTwice: experimentWith({ parts: 20, head: 0.55, fault: 'counts-twice' }),
  asksAnywhere: experimentWith({ parts: 8, head: 0.15, fault: 'asks-anywhere' }),
  tooSure: experimentWith({ parts: 20, head: 0.15, prior: 'wrong', fault: 'far-too-sure-prior' }),
};
