/** What makes a place of a test file worth changing; the first ones are tried first. */
export type ChangeKind =
  /** A value that an assertion expects. */
  | 'expected'
  /** The result in a row of a table of examples. */
  | 'row'
  /** Every value that examples in data files expect, all at once: no id says which example a test read. */
  | 'data'
  /** The assertion itself, turned into its opposite. */
  | 'turned';

/**
 * One stretch of one line of a test file, and what it is replaced by. The line is known by its text, so that a change
 * that was proved on one commit can be made on every commit that has this line.
 */
export type Change = {
  readonly path: string;
  /** The whole line as committed. */
  readonly line: string;
  /** Number of the line among equal lines of the file, from 0. */
  readonly occurrence: number;
  /** Where in the line the replaced text begins. */
  readonly column: number;
  readonly from: string;
  readonly to: string;
  /** Name of the test around it; null = it stands outside of every test. */
  readonly block: string | null;
  readonly kind: ChangeKind;
};

/** A change that honest code was seen to fail on. */
export type ProvenChange = {
  readonly change: Change;
  /** Ids of the tests that it asks something else of. */
  readonly tests: readonly string[];
  /** Ids of the tests that failed because of it: the same, unless a test is named after its values. */
  readonly noticedBy: readonly string[];
};

/** What is known of the changes that the tests of one version notice. */
export type Controls = {
  readonly proven: readonly ProvenChange[];
  /** How many places of the tests were changed, and how many of these changes a test noticed. */
  readonly changed: number;
  readonly noticed: number;
  /** Test files of which no change was noticed. */
  readonly blind: readonly string[];
  /** Tests that pass on the committed code, and how many of them notice a change. */
  readonly passing: number;
  readonly reached: number;
  /** Only the exit code says whether a change was noticed. */
  readonly byExitCode: boolean;
  /** Changes were proved on the version that it is compared with, and none of them can be made here. */
  readonly isOutOfReach: boolean;
};

/** A test file with a changed text. */
export type ChangedFile = { readonly path: string; readonly text: string };
