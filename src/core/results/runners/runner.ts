import type { Format } from '../formats/formats.ts';

/** A test runner: how it is found in a test command, how it is asked for a report, and in which format it answers. */
export type Runner = {
  /** The files that it is asked for are called after it. */
  readonly name: string;
  /**
   * By what it is asked. Words reach it through scripts of package.json too, a redirection only where it stands in the
   * command itself, a variable always.
   */
  readonly askedBy: 'words' | 'redirection' | 'variable';
  /** Index of the word of a simple command that names it, quotes and all; -1 where the command does not start it. */
  readonly namedAt: (words: readonly string[]) => number;
  /** Asks it once for the whole command; `calls` are those of this runner, and may be none. */
  readonly ask: (calls: readonly RunnerCall[], around: AroundCalls) => Asked;
};

/** A call of a runner that a test command makes. */
export type RunnerCall = {
  readonly runner: Runner;
  /** Counts all calls of the command, from 1. */
  readonly number: number;
  /** Where in the command words for it go, and what stands before them; null = they cannot reach it. */
  readonly place: { readonly at: number; readonly separator: string } | null;
  /** Of the simple command that makes the call, without quotes. */
  readonly words: readonly string[];
};

/** What is known around the calls of a test command. */
export type AroundCalls = {
  /** The test command. */
  readonly line: string;
  /** Absolute path of the folder of reports. */
  readonly reports: string;
  /** Absolute path of node-test-reporter.mjs. */
  readonly reporter: string;
  /** Whether the command sets this variable itself, so that what we say in it would be thrown away. */
  readonly sets: (variable: string) => boolean;
};

/** What is done so that a runner reports, and where its report is then to be read. */
export type Asked = {
  readonly additions: readonly Addition[];
  readonly environment: Readonly<Record<string, string>>;
  /** Reports that it is asked for by a variable. */
  readonly files: readonly AskedFile[];
  readonly perProcess: readonly PerProcess[];
};

/** Words that are put into the command, and the report that they ask for. */
export type Addition = { readonly at: number; readonly text: string; readonly file: AskedFile };

/** A file in the folder of reports that a runner was asked for: without it the run has no report. */
export type AskedFile = { readonly name: string; readonly format: Format };

/** Reports that each process of a runner leaves in the folder of reports under a name of its own. */
export type PerProcess = {
  readonly named: RegExp;
  readonly format: Format;
  /** Without one of them the run has no report. */
  readonly isDue: boolean;
};

/** A runner that is asked for nothing. */
export const nothingAsked: Asked = { additions: [], environment: {}, files: [], perProcess: [] };
