/** What a history branch held. */
export type ReadBranch = { readonly text: string; readonly commit: string | null };

/** What became of an append; a refusal is said and changes no verdict. */
export type Appended =
  | { readonly kind: 'appended'; readonly commit: string }
  | { readonly kind: 'failed'; readonly why: string };

/** A branch of its own that results are added to night by night; the checkout is never touched. */
export interface History {
  /** The lines so far; empty where there is no branch yet. Throws HISTORY_BRANCH_TAKEN. */
  read(): Promise<ReadBranch>;
  /**
   * Adds lines, and writes the files that `render` makes of all lines then there. Lines that others push meanwhile are
   * kept: it fetches and adds again.
   */
  append(lines: string, render: (text: string) => ReadonlyMap<string, string>): Promise<Appended>;
}
