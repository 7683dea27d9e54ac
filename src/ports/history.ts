/** The contents of a history branch. */
export type ReadBranch = { readonly text: string; readonly commit: string | null };

/** The outcome of an append. A failure is reported and changes no verdict. */
export type AppendOutcome =
  | { readonly kind: 'appended'; readonly commit: string }
  | { readonly kind: 'failed'; readonly why: string };

/** A separate branch to which results are appended every night; the checkout is never changed. */
export interface History {
  /** The lines so far; empty when the branch does not exist yet. Throws HISTORY_BRANCH_TAKEN. */
  read(): Promise<ReadBranch>;
  /**
   * Appends lines, and writes the files that `render` makes from all lines. If others push in the meantime, their
   * lines are kept: it fetches and appends again.
   */
  append(lines: string, render: (text: string) => ReadonlyMap<string, string>): Promise<AppendOutcome>;
}
