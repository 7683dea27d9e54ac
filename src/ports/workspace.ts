import type { GeneratedFile } from '../core/generation/completion.ts';
import type { SpecVersion } from '../core/specs/spec.ts';
import type { View } from './sandbox.ts';

/** What stands under `writes` in a workspace. */
export type Content =
  | { readonly kind: 'committed' }
  | { readonly kind: 'emptied' }
  | { readonly kind: 'generated'; readonly files: readonly GeneratedFile[] };

/** A disposable tree of one commit, with the dependencies that setup left. Disposing removes it. */
export interface Workspace extends AsyncDisposable {
  /** Absolute path of the tree, as commands see it. */
  readonly root: string;
  /** Absolute path in which commands run: the spec's `directory`. */
  readonly directory: string;
  /** Absolute path of an empty folder outside the tree, for what a test runner reports. */
  readonly reports: string;
  readonly home: string;
  /** Absolute path of an empty folder of its own, for TMPDIR. */
  readonly temporary: string;
  /** Names of the regular files in `reports`. */
  listReports(): Promise<readonly string[]>;
  /** What a command run here sees; of its tree one file is kept for `readResult` (path relative to `directory`). */
  view(resultFile: string | null): View;
  /** Text of that file as the last command left it; null as for `read`. */
  readResult(resultFile: string): Promise<string | null>;
  /** Text of a regular file under `root` (as it stood before any command where there is a sandbox) or `reports` (absolute path), null when absent, a link, or over 16 MiB. */
  read(path: string): Promise<string | null>;
}

/** A commit made ready: its setup ran once, its dependencies serve every workspace opened from it. */
export interface PreparedTree {
  /** What a reader should know, e.g. that runs of this commit take turns because dependencies link back into the tree. */
  readonly notes: readonly string[];
  /** Waits where workspaces of this tree must take turns. */
  open(content: Content): Promise<Workspace>;
}

/** Trees of commits, made ready once each. */
export interface Workspaces {
  /** Throws SETUP_FAILED with the command's last lines. Same commit, directory, setup and writes: same promise. */
  prepare(version: SpecVersion): Promise<PreparedTree>;
}
