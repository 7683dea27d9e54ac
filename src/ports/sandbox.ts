import type { CommandRun } from '../core/results/test-report.ts';

/** A path of this machine and the path at which a command sees it. */
export type Bound = { readonly from: string; readonly to: string };

/**
 * What a command sees of the machine besides the system's own programs. A level that cannot isolate (`none`) runs on
 * the paths as they are; there `files` equals `root`.
 */
export type View = {
  /** Absolute path at which the command sees the tree. */
  readonly root: string;
  /** Absolute path of the folder that holds the tree's content. A setup writes into it, a test into a copy of it. */
  readonly files: string;
  readonly home: string;
  /** For TMPDIR. */
  readonly temporary: string;
  /** Empty folder for what a test runner reports: what the command leaves there is brought to the same path outside. */
  readonly reports: string | null;
  /** Files of the tree (paths as the command sees them) that are brought out too, to a path outside. */
  readonly bring: readonly Bound[];
  /** Protected files and dependencies: seen at `to`, never to be changed. */
  readonly readOnly: readonly Bound[];
  /** Folders below `readOnly` (paths as the command sees them) that it may write into: a copy of its own each time. */
  readonly writable: readonly string[];
};

/** One command to run on text of unknown origin. `environment` is complete: nothing is inherited. */
export type CommandRequest = {
  /** A setup reaches the network and writes into `view.files` and `view.home`; a test does neither. */
  readonly purpose: 'setup' | 'test';
  readonly command: string;
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly view: View;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
};

/** What holds generated code back, as proved at the start of the run; `probes` null where nothing is held back. */
export type Isolation = {
  readonly level: 'bubblewrap' | 'docker' | 'none';
  readonly version: string | null;
  readonly probes: { readonly passed: number; readonly total: number } | null;
};

/** Where commands run. A run that returns has left no process behind; it throws SandboxError when the command never began. */
export interface Sandbox {
  readonly level: Isolation['level'];
  readonly isolation: Isolation;
  run(request: CommandRequest): Promise<CommandRun>;
}
