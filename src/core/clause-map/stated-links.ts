import type { CutSpec } from '../parts/part.ts';

/** A place in a spec that names a test, or that a test names. */
export type StatedLink = {
  /** How it is written in the spec, or in the name of the test. */
  readonly mark: string;
  /** Ids of the parts that it is about. */
  readonly parts: readonly string[];
  readonly test: string;
};

/** Links between parts and tests as the spec's text and the tests' names state them. */
export function statedLinks(cut: CutSpec, tests: readonly string[]): readonly StatedLink[] {
  return cut.parts.flatMap((part) =>
    tests
      .filter((test) => part.present.includes(test))
      .map((test) => ({ mark: test, parts: [part.id], test })),
  );
}
