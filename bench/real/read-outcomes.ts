import * as z from 'zod';

/** What a model's recorded answers to one wording of a task came to, in the order of their time. */
export type RecordedArm = {
  readonly model: string;
  readonly task: string;
  readonly wording: string;
  /** Whether the answer passed every test. */
  readonly passed: readonly boolean[];
};

/** A file of recorded outcomes: where they come from, and every arm in it. */
export type Outcomes = {
  readonly source: string;
  readonly licence: string;
  readonly commit: string;
  readonly arms: readonly RecordedArm[];
};

/** Reads the format that docs/benchmarks.md describes: model, task, wording, and a 1 or a 0 for each answer. */
export function readOutcomes(text: string): Outcomes {
  const { source, licence, commit, cells } = outcomesFile.parse(JSON.parse(text));
  const arms = Object.entries(cells).flatMap(([model, tasks]) =>
    Object.entries(tasks).flatMap(([task, wordings]) =>
      Object.entries(wordings).map(([wording, signs]) => ({
        ...{ model, task, wording },
        passed: Array.from(signs, (sign) => sign === '1'),
      })),
    ),
  );
  return { source, licence, commit, arms };
}

/** Share of an arm's answers that passed. */
export function rateOf({ passed }: RecordedArm): number {
  return passed.filter(Boolean).length / passed.length;
}

const signs = z.string().regex(/^[01]+$/, 'outcomes are written as 1 and 0, at least one');

const outcomesFile = z.object({
  source: z.string(),
  licence: z.string(),
  commit: z.string(),
  cells: z.record(z.string(), z.record(z.string(), z.record(z.string(), signs))),
});
