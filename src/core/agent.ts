/** The interface through which an agent asks its model: Anthropic’s, OpenAI’s two, or Google’s. */
export type AgentWire = 'messages' | 'responses' | 'chat' | 'gemini';

/**
 * What an agent may use for one sample. The same on both sides of a comparison, so an agent that reaches one of them
 * says something about the spec.
 */
export type AgentLimits = {
  /** Answers of the model. */
  readonly turns: number;
  /** Input and output together; what was read from the vendor's prompt cache counts in full. */
  readonly tokens: number;
  /** null = the money of a sample has no limit of its own. */
  readonly usd: number | null;
  readonly minutes: number;
};

/**
 * How an agent is started. In every word, value and text, `{model}`, `{base-url}`, `{key}`, `{turns}`, `{usd}`, `{task}`
 * and `{home}` stand for what they name; the key is a placeholder.
 */
export type AgentStart = {
  /** The program and its arguments. */
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Files that lie in HOME when it starts: path relative to HOME, text. */
  readonly seeds: Readonly<Record<string, string>>;
};

/** An agent's program as it is installed. */
export type AgentProgram = {
  readonly versionWords: readonly string[];
  /** null = any. */
  readonly smallestVersion: string | null;
  /** The npm package that brings it; null = nobody knows. */
  readonly packageName: string | null;
};

/** A headless coding agent around a model. It is data: nothing of the program knows an agent by name. */
export type Agent = {
  /** The name in columns, as `claude-code`. */
  readonly name: string;
  readonly wire: AgentWire;
  /** How it is started where it is to read nothing by itself. */
  readonly closed: AgentStart;
  /** How it is started where the spec is a file that it reads by itself. */
  readonly open: AgentStart;
  /** Globs of the instruction files that it reads by itself. */
  readonly reads: readonly string[];
  readonly limits: AgentLimits;
  /** How its program is asked for its version, and what that has to be. */
  readonly program: AgentProgram;
  /** What the config file names, or what the installed program says; null until it was asked. */
  readonly version: string | null;
};
