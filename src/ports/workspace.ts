import type { ChangedFile } from '../core/controls/change.ts';
import type { GeneratedFile } from '../core/generation/completion.ts';
import type { ReportFile } from '../core/results/report-file.ts';
import type { SpecVersion } from '../core/specs/spec.ts';
import type { FilePattern } from '../core/specs/file-pattern.ts';
import type { View } from './sandbox.ts';

/** The content of the paths under `writes` in a workspace. */
export type Content =
  | { readonly kind: 'committed' }
  | { readonly kind: 'emptied' }
  | { readonly kind: 'generated'; readonly files: readonly GeneratedFile[] };

/** Which files of the tree are results, and how large one may be. */
export type WantedResults = { readonly files: readonly FilePattern[]; readonly mostBytes: number };

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
   * What the next command in this workspace sees. Its results are kept for `readResults`; those that are there now
   * will not count.
   */
  view(wanted: WantedResults | null): Promise<View>;
  /** The results in the tree that the last command wrote, paths relative to `directory`, sorted. */
  readResults(wanted: WantedResults): Promise<readonly ReportFile[]>;
  /** The files in `reports`, by name. */
  readReports(mostBytes: number): Promise<readonly ReportFile[]>;
  /**
   * Text of a regular file under `root` (with a sandbox: as it was before any command) or `reports` (absolute path).
   * Null when it is absent, a link, or over 16 MiB.
   */
  read(path: string): Promise<string | null>;
  /**
   * Whether a command changed a committed file that no test run may change: a test, context, the spec, instructions, or
   * what steers a runner. With a sandbox none can: such files are read-only, or a copy that is thrown away.
   */
  isJudgeChanged(): Promise<boolean>;
}

/** A prepared commit: its setup ran once, and its dependencies are used by every workspace opened from it. */
export interface PreparedTree {
  /**
   * What a reader should know, for example that runs of this commit take turns because dependencies link back into
   * the tree.
   */
  readonly notes: readonly string[];
  /** Waits if workspaces of this tree must take turns. `changed`: test files that get another text than committed. */
  open(content: Content, changed?: readonly ChangedFile[]): Promise<Workspace>;
}

/** Prepares trees of commits, each once. */
export interface Workspaces {
  /**
   * Throws SETUP_FAILED with the command's last lines. The same commit, directory, setup and paths of a spec give the
   * same promise; the signal of the first one stops the setup.
   */
  prepare(version: SpecVersion, signal?: AbortSignal): Promise<PreparedTree>;
}
