import type { GeneratedFile } from '../../src/core/generation/completion.ts';

/** Right code in one language: every way of halving goes with every way of joining words. */
export type RightCode = {
  readonly halves: readonly string[];
  readonly slugs: readonly string[];
  readonly fileOf: (half: string, slug: string) => GeneratedFile;
};

/** Wrong code that makes its tests pass in its own way. */
export type Forger = { readonly name: string; readonly text: string };

/** One test runner: its suites, the right code that they are tried on, and the forgers that they have to catch. */
export type RunnerBench = {
  readonly name: string;
  readonly test: string;
  /** A set of fixtures/wild/packages; missing = the machine has the runner. */
  readonly packages?: string;
  readonly writes: string;
  readonly files: Readonly<Record<string, string>>;
  /** The same questions asked in different styles, each with its test file. */
  readonly suites: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly right: RightCode;
  readonly forgers: readonly Forger[];
};

/** Every pair of both lists, so that the first pairs differ in both. */
export function treesOf({ halves, slugs, fileOf }: RightCode): readonly GeneratedFile[] {
  const count = halves.length * slugs.length;
  const pairs = halves.flatMap((half, row) => slugs.map((slug, column) => ({ half, slug, row, column })));
  const order = ({ row, column }: { readonly row: number; readonly column: number }): number =>
    (((column - row + count) % slugs.length) * halves.length + row) % count;
  return pairs
    .toSorted((one, other) => order(one) - order(other))
    .map(({ half, slug }) => fileOf(half, slug));
}
