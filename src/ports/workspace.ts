import type { GeneratedFile } from '../core/generation/completion.ts';
import type { SpecVersion } from '../core/specs/spec.ts';
import type { View } from './sandbox.ts';

/** The content of the paths under `writes` in a workspace. */
export type Content =
  | { readonly kind: 'committed' }
  | { readonly kind: 'emptied' }
  | { readonly kind: 'generated'; readonly files: readonly GeneratedFile[] };

/** A disposable tree of one commit, with the dependencies that setup installed. Disposing removes it. */
export interface Workspace extends AsyncDisposable {
  /** Absolute path of the tree, as commands see it. */
  readonly root: string;
  /** Absolute path of the working folder of commands: the spec's `directory`. */
  readonly directory: string;
  /** Absolute path of an empty folder outside the tree for the reports of a test runner. */
  readonly reports: string;
  readonly home: string;
  /** Absolute path of its own empty folder for TMPDIR. */
  readonly temporary: string;
  /** Names of the regular files in `reports`. */
  listReports(): Promise<readonly string[]>;
  /**
   * What a command in this workspace sees. One file of its tree is kept for `readResult` (path relative to
   * `directory`).
   */
  view(resultFile: string | null): View;
  /** Text of that file as the last command left it; null in the same cases as for `read`. */
  readResult(resultFile: string): Promise<string | null>;
  /**
   * Text of a regular file under `root` (with a sandbox: as it was before any command) or `reports` (absolute path).
   * Null when it is absent, a link, or over 16 MiB.
   */
  read(path: string): Promise<string | null>;
}

/** A prepared commit: its setup ran once, and its dependencies are used by every workspace opened from it. */
export interface PreparedTree {
  /**
   * What a reader should know, for example that runs of this commit take turns because dependencies link back into
   * the tree.
   */
  readonly notes: readonly string[];
  /** Waits if workspaces of this tree must take turns. */
  open(content: Content): Promise<Workspace>;
}

/** Prepares trees of commits, each once. */
export interface Workspaces {
  /**
   * Throws SETUP_FAILED with the command's last lines. The same commit, directory, setup and writes give the same
   * promise; the signal of the first one stops the setup.
   */
  prepare(version: SpecVersion, signal?: AbortSignal): Promise<PreparedTree>;
}
