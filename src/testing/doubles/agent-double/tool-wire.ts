/** A tool that an agent offers its model. */
export type OfferedTool = {
  readonly name: string;
  /** Of OpenAI's Responses: the group that the tool is called through; null = none. */
  readonly namespace: string | null;
  /** Names of its parameters; null = its input is plain text. */
  readonly parameters: readonly string[] | null;
};

/** One request of an agent, independent of the vendor's format. */
export type Conversation = {
  readonly model: string;
  readonly isStreamed: boolean;
  /** Everything that the model is shown but what tools gave back. */
  readonly shown: string;
  readonly tools: readonly OfferedTool[];
  /** What each called tool gave back, in order. */
  readonly results: readonly string[];
  /** The answer is to be JSON. */
  readonly wantsJson: boolean;
};

/** A call of a tool: its arguments by name, or plain text. */
export type ToolCall = {
  readonly tool: OfferedTool;
  readonly input: Readonly<Record<string, unknown>> | string;
};

/** One answer of the simulated model: calls of tools, or words if there are none. */
export type AgentTurn = {
  readonly id: string;
  readonly model: string;
  readonly text: string;
  readonly calls: readonly ToolCall[];
  readonly tokens: { readonly input: number; readonly output: number };
};

/** What the path of a request says. */
export type Route = { readonly model: string | null; readonly isStreamed: boolean };

/** One vendor's format for models that call tools, as the server sees it. */
export type ToolWire = {
  /** Null when the path is no generation path of this format. */
  readonly route: (path: string) => Route | null;
  /** Null when the body is not a request of this format. */
  readonly read: (body: unknown, route: Route) => Conversation | null;
  /** The server-sent events of a streamed answer. */
  readonly frames: (turn: AgentTurn) => readonly string[];
  /** JSON of an answer that is not streamed. */
  readonly whole: (turn: AgentTurn) => unknown;
  /** JSON of an error. */
  readonly errorBody: (status: number, message: string) => unknown;
};

/** The parameters of a tool by its JSON Schema. */
export function parametersOf(
  schema: { readonly properties?: Readonly<Record<string, unknown>> | undefined } | null | undefined,
): readonly string[] {
  return Object.keys(schema?.properties ?? {});
}

/** A route for formats that name model and streaming in the body. */
export function plainRoute(end: string): ToolWire['route'] {
  return (path) => (path.endsWith(end) ? { model: null, isStreamed: false } : null);
}
