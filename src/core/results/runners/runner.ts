import type { Format } from '../formats/formats.ts';

/** A test runner: how it is found in a test command, how it is asked for a report, and in which format it reports. */
export type Runner = {
  /** Used in the names of the files that it is asked to write. */
  readonly name: string;
  /**
   * How it is asked. Words reach it also through scripts of package.json, a redirection only in the command itself, a
   * variable always.
   */
  readonly askedBy: 'words' | 'redirection' | 'variable';
  /**
   * Index of the word (with its quotes) that names the runner in a simple command; -1 if the command does not start
   * it.
   */
  readonly namedAt: (words: readonly string[]) => number;
  /** Asks it once for the whole command. `calls` are the calls of this runner; there may be none. */
  readonly ask: (calls: readonly RunnerCall[], around: AroundCalls) => Asked;
};

/** A call of a runner that a test command makes. */
export type RunnerCall = {
  readonly runner: Runner;
  /** Number of the call among all calls of the command, from 1. */
  readonly number: number;
  /** Where words for it are inserted into the command, and what comes before them; null = words cannot reach it. */
  readonly place: { readonly at: number; readonly separator: string } | null;
  /** The words of the simple command that makes the call, without quotes, and those that a package manager adds. */
  readonly words: readonly string[];
};

/** What is known about the context of the calls. */
export type AroundCalls = {
  /** The test command. */
  readonly line: string;
  /** Absolute path of the report folder. */
  readonly reports: string;
  /** Absolute path of node-test-reporter.mjs. */
  readonly reporter: string;
  /** Whether the command sets this variable itself, so that our value would be overwritten. */
  readonly sets: (variable: string) => boolean;
};

/** What makes a runner report, and where its report will be. */
export type Asked = {
  readonly additions: readonly Addition[];
  readonly environment: Readonly<Record<string, string>>;
  /** Reports that a variable asks for. */
  readonly files: readonly AskedFile[];
  readonly perProcess: readonly PerProcess[];
  /** Paths or globs of reports in the tree that the calls ask for themselves; without one of them there is none. */
  readonly own: readonly string[];
};

/** Words that are inserted into the command, and the report of ours that they ask for; null = the call asks for its own. */
export type Addition = { readonly at: number; readonly text: string; readonly file: AskedFile | null };

/** A file in the report folder that a runner was asked to write; without it the run has no report. */
export type AskedFile = { readonly name: string; readonly format: Format };

/** Reports that each process of a runner writes into the report folder under its own name. */
export type PerProcess = {
  readonly named: RegExp;
  readonly format: Format;
  /** Without one of them the run has no report. */
  readonly isDue: boolean;
};

/** A runner that is asked for nothing. */
export const nothingAsked: Asked = { additions: [], environment: {}, files: [], perProcess: [], own: [] };
