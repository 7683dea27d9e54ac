/** A tracked path of one commit. Links and submodules are listed, never followed. */
export type TreeEntry = {
  readonly path: string;
  readonly kind: 'file' | 'executable' | 'symlink' | 'submodule';
  readonly oid: string;
  readonly size: number;
};

/** A path that differs between two commits, renames detected. */
export type ChangedPath = {
  readonly status: 'added' | 'modified' | 'deleted' | 'renamed';
  /** Path on the head side; for a deleted file on the base side. */
  readonly path: string;
  /** Path on the base side if it was renamed, otherwise null. */
  readonly from: string | null;
};

/** A file of a commit in another state; without content it does not exist. */
export type Replacement = {
  readonly path: string;
  readonly content: Uint8Array | null;
  readonly isExecutable: boolean;
};

/** What the history holds that a setup is given. */
export type GivenHistory = {
  readonly hasTag: boolean;
  /** The checkout is shallow, so that there may be tags before its first commit. */
  readonly isShallow: boolean;
};

/** The git repository under test. Commits are 40-digit shas that `resolve` returned. */
export interface Repository {
  /** Absolute path of the checkout. */
  readonly root: string;
  /**
   * Sha of a ref or sha; fetches it when the checkout is shallow, and its files when it is a partial clone. Throws
   * REF_NOT_FOUND, HISTORY_TOO_SHALLOW, OBJECTS_MISSING.
   */
  resolve(ref: string): Promise<string>;
  /** Best common ancestor; deepens a shallow checkout. Throws HISTORY_TOO_SHALLOW, OBJECTS_MISSING. */
  mergeBase(base: string, head: string): Promise<string>;
  /**
   * A sha that stands for a commit in which these files are different. Nothing is written to the repository; only this
   * object can read it. Its first 20 digits are those of the commit.
   */
  withFiles(commit: string, files: readonly Replacement[]): Promise<string>;
  listFiles(commit: string): Promise<readonly TreeEntry[]>;
  /** Bytes of a blob, exactly as committed. */
  readBlob(oid: string): Promise<Uint8Array>;
  changedPaths(base: string, head: string): Promise<readonly ChangedPath[]>;
  /** Tree object id of a commit. */
  treeOf(commit: string): Promise<string>;
  /** `listFiles` with the files of submodules in place of their folders: what `writeTree` writes. */
  listTree(commit: string): Promise<readonly TreeEntry[]>;
  /** Writes the commit's tracked files into an empty folder, without `.git` and without running hooks or filters. */
  writeTree(commit: string, directory: string): Promise<void>;
  /** Adds a `.git` to what `writeTree` wrote: the history back to the nearest tags, and nothing of the user's. */
  writeGit(commit: string, directory: string): Promise<GivenHistory>;
  /** Whether a branch or tag of origin that this checkout knows holds the commit, or `running` does. */
  isOnBranch(commit: string, running: string | null): Promise<boolean>;
  /** Paths whose text on the disk is not the one of `HEAD`, new files included; ignored files are not. */
  uncommitted(): Promise<readonly string[]>;
  /** Whether git tracks the path or anything below it. */
  tracks(path: string): Promise<boolean>;
}
