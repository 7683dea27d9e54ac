import type { AgentStart, AgentWire } from '../../agent.ts';

/** What the program knows of a coding agent in advance: only data. */
export type AgentPreset = {
  readonly wire: AgentWire;
  /** The npm package, to say how it is installed. */
  readonly packageName: string;
  readonly licence: string;
  /** The program on PATH, and the words that make it print its version. */
  readonly program: string;
  readonly versionWords: readonly string[];
  /** The oldest version that was tried. */
  readonly smallestVersion: string;
  readonly start: AgentStart;
  /** What is added to `start` so that it reads no instruction file by itself. */
  readonly offSwitches: AgentStart;
  /** What is added to `start` where the user names an effort, with `{effort}` in its place; null = it has no such word. */
  readonly effort: AgentStart | null;
  /** Globs of the instruction files that it reads by itself. */
  readonly reads: readonly string[];
};
