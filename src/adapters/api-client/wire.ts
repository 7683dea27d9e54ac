/** What a request asks for, independent of the vendor's format. */
export type Asked = {
  readonly model: string;
  readonly system: string;
  readonly user: string;
  readonly isStreamed: boolean;
  /** The beginnings of the prompt that the server may cache; missing = none. */
  readonly cacheable?: readonly CacheablePrefix[];
  /** Requests with different keys share no cache. */
  readonly cacheKey?: string;
};

/** A beginning of a prompt: so much of its system text, then so much of its message. */
export type CacheablePrefix = { readonly system: string; readonly user: string };

/** The rules of a server's prompt cache. */
export type PromptCache = {
  /** A shorter beginning is not cached, and that is no error. */
  readonly leastTokens: number;
  /** How long a beginning is kept after it was written or read. */
  readonly lifetimeMs: number;
};

/** How a turn ended. `paused` and `failed` occur only in tests. */
export type TurnEnd = 'complete' | 'truncated' | 'refused' | 'paused' | 'failed';

/** One answer, before it is written in a vendor's format. */
export type Turn = {
  readonly id: string;
  readonly model: string;
  /** The text, in the pieces in which it is streamed. */
  readonly pieces: readonly string[];
  readonly end: TurnEnd;
  /** `input` includes what was read from the cache and what was written to it, `output` the reasoning. */
  readonly tokens: {
    readonly input: number;
    readonly cached: number;
    readonly written: number;
    readonly output: number;
    readonly reasoning: number;
  };
};

/** An error, before it is written in a vendor's format. */
export type WireError = {
  readonly status: number;
  readonly type: string;
  readonly code: string | null;
  readonly message: string;
};

/** One vendor's wire format as the server sees it. The simulated models and the test double share it. */
export type Wire = {
  /** How the base URL of such a server ends, after host and port. */
  readonly basePath: string;
  /** Path of a request after the base URL; `{model}` stands for the name of the model, if it is part of the path. */
  readonly path: string;
  readonly requestIdHeader: string;
  /** Missing = such a server caches no prompt. */
  readonly cache?: PromptCache;
  /** Null when the body is not a request of this format. `model` is the name in the path, or null. */
  readonly readRequest: (body: unknown, model: string | null) => Asked | null;
  /** The server-sent events of a streamed answer; the text is spread over more than one of them. */
  readonly frames: (turn: Turn) => readonly string[];
  /** JSON of an answer that is not streamed. */
  readonly whole: (turn: Turn) => unknown;
  readonly errorBody: (error: WireError) => unknown;
  /** The event with which a stream reports an error after its status 200. */
  readonly errorFrame: (error: WireError) => string;
  /** The event that says that the whole answer failed, if that is a different event. */
  readonly failedFrame?: (turn: Turn, error: WireError) => string;
};

/** One server-sent event. */
export function frame(data: unknown, event?: string): string {
  return `${event === undefined ? '' : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`;
}
