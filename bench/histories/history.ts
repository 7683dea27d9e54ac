/** Files of a tree: path and text. */
export type Files = Readonly<Record<string, string>>;

/** One side of a change as its repository had it: the text, the tests, and the code that its people wrote. */
export type Side = { readonly spec: string; readonly tests: Files; readonly code: Files };

/** A change of a spec, with what is needed to make a repository of it. */
export type History = {
  readonly name: string;
  readonly writes: readonly string[];
  /** The test command. */
  readonly test: string;
  readonly base: Side;
  readonly head: Side;
};

/** What of a change a pull request brings. */
export const directions = ['spec and tests', 'spec only', 'revert'] as const;
export type Direction = (typeof directions)[number];

/** The two sides of the pull request. */
export function sidesOf(
  { base, head }: History,
  direction: Direction,
): { readonly base: Side; readonly head: Side } {
  switch (direction) {
    case 'spec and tests':
      return { base, head };
    case 'spec only':
      return { base, head: { ...head, tests: base.tests } };
    case 'revert':
      return { base: head, head: base };
  }
}

/** How a model behaves that always does the same: it writes the code of the text it reads, or always that of the base. */
export const behaviours = ['follows', 'ignores'] as const;
export type Behaviour = (typeof behaviours)[number];

/** The code that a model of this behaviour writes on each side. */
export function codesOf(
  { base, head }: { readonly base: Side; readonly head: Side },
  behaviour: Behaviour,
): { readonly base: Files; readonly head: Files } {
  return { base: base.code, head: behaviour === 'follows' ? head.code : base.code };
}
