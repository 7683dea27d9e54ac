import type { FilePattern } from '../core/specs/file-pattern.ts';
import type { CommandRun } from '../core/results/test-report.ts';

/** A path of this machine and the path at which a command sees it. */
export type Bound = { readonly from: string; readonly to: string };

/**
 * The folder in HOME with what Gradle kept at setup. `.gradle` itself is a new one for each test, because Gradle cannot
 * do without writing into it.
 */
export const keptGradle = '.gradle-of-setup';

/** A longer list of what lies in a folder is cut after this and one more byte. */
export const mostListBytes = 1024 * 1024;

/** Files of the tree that are copied out after a command; only those that the command wrote. */
export type Brought = {
  /** Absolute path, as the command sees it, of the folder that patterns and paths are relative to. */
  readonly directory: string;
  readonly files: readonly FilePattern[];
  /** Absolute path of a folder outside, made anew for each command. Files keep their paths in it. */
  readonly to: string;
  /**
   * Absolute path of a file outside for the list of everything that lies in `directory` after the command, also of what is
   * no file; then every file that the command wrote is copied out, whatever `files` names. Missing: there is no list.
   */
  readonly list?: string;
};

/**
 * What a command sees of the machine besides the system's own programs. A level that cannot isolate (`none`) runs on
 * the real paths; there `files` equals `root`.
 */
export type View = {
  /** Absolute path at which the command sees the tree. */
  readonly root: string;
  /** Absolute path of the folder that holds the tree's content. A setup writes into it, a test into a copy of it. */
  readonly files: string;
  /**
   * Absolute paths of folders with the rest of the tree's content, which other commands may read at the same time: a test
   * gets a copy of them beside that of `files`, and no file is in two of them. Missing: all content is in `files`.
   */
  readonly shared?: readonly string[];
  readonly home: string;
  /** TMPDIR of the command. */
  readonly temporary: string;
  /**
   * Empty folder for the reports of a test runner. What the command writes there is copied to the same path outside.
   */
  readonly reports: string | null;
  readonly bring: Brought | null;
  /** Of a larger report only the size comes out, as a file of that size without content. */
  readonly mostReportBytes: number;
  /** Protected files and dependencies: visible at `to`, never writable. */
  readonly readOnly: readonly Bound[];
  /**
   * Folders of `readOnly` or below, and of HOME (paths as the command sees them), that the command may write into. It
   * gets a fresh copy each time.
   */
  readonly writable: readonly string[];
};

/** Does a task when its turn has come, and gives the turn back when the task has ended. */
export type Turn = <Value>(task: () => Promise<Value>) => Promise<Value>;

/** One command to run on text of unknown origin. `environment` is complete: nothing is inherited. */
export type CommandRequest = {
  /**
   * A setup reaches the network and writes into `view.files` and `view.home`; a test does neither. An agent is kept as a
   * test is, with more room for a program that unpacks itself.
   */
  readonly purpose: 'setup' | 'test' | 'agent';
  readonly command: string;
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly view: View;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /**
   * The command begins when its turn has come, and its time counts from then on; what is around it may be set up before.
   * The turn ends with the last process of the command. Missing: it begins at once.
   */
  readonly turn?: Turn;
};

/** What isolates generated code, as tested at the start of the run; `probes` is null when nothing isolates it. */
export type Isolation = {
  readonly level: 'bubblewrap' | 'docker' | 'none';
  readonly version: string | null;
  readonly probes: { readonly passed: number; readonly total: number } | null;
};

/**
 * Where commands run. When `run` returns, no process of the command is left; it throws SandboxError when the command
 * never began.
 */
export interface Sandbox {
  readonly level: Isolation['level'];
  readonly isolation: Isolation;
  run(request: CommandRequest): Promise<CommandRun>;
}
