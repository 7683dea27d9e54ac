import * as z from 'zod';
import type { TextFile } from '../specs/spec.ts';
import type { Stored } from '../stored.ts';

/**
 * What a model is shown. Everything that base and head share is in `system`, so that the vendor's prompt cache helps.
 */
export type Prompt = {
  readonly system: string;
  readonly user: string;
  readonly nonce: string;
  /** Only for an agent: what lies in its folder, and whether it may read instruction files by itself. */
  readonly folder?: { readonly files: readonly TextFile[]; readonly isOpen: boolean };
};

/**
 * Tokens of one or more calls. `inputTokens` always includes what was read from the vendor's prompt cache and written to
 * it, and `outputTokens` the reasoning, whatever the vendor counts.
 */
export type Usage = Stored<typeof usageSchema>;

const tokens = z.number().int().nonnegative();

const usageSchema = z.strictObject({
  inputTokens: tokens,
  cachedInputTokens: tokens,
  /** Missing: nobody said what was written to the cache. So it is in records of earlier versions. */
  cacheWriteTokens: tokens.exactOptional(),
  /** Of `cacheWriteTokens` what is kept for an hour, which costs more; missing = nothing. */
  hourCacheWriteTokens: tokens.exactOptional(),
  outputTokens: tokens,
  reasoningTokens: tokens.exactOptional(),
  /** Of several calls that are counted together: the longest prompt among them, because a vendor prices each call. */
  longestInputTokens: tokens.exactOptional(),
});

const count = z.number().int().nonnegative();

/** What an agent left and did. Its files are the answer; `text` is empty. */
const agentRunSchema = z.strictObject({
  files: z.array(z.strictObject({ path: z.string(), content: z.string() })),
  /** Why nothing that it left may be used, whatever the path rules allow: a link, a device, too many bytes. */
  problem: z.string().nullable(),
  /** The limit of a sample that it reached. */
  limit: z.enum(['turns', 'tokens', 'usd', 'minutes']).nullable(),
  turns: z.array(
    z.strictObject({
      inputTokens: count,
      /** Missing: nothing was read from the vendor's cache, or a record of an earlier version. */
      cachedInputTokens: count.exactOptional(),
      outputTokens: count,
      /** The model id that the vendor says it served; missing: it said none, or a record of an earlier version. */
      servedBy: z.string().exactOptional(),
      tools: z.array(z.string()),
      status: count.nullable(),
    }),
  ),
  /** Requests that were not passed on, a line each. */
  refused: z.array(z.string()),
  /** What it printed: capped and redacted. */
  transcript: z.string(),
});

/** The run of an agent, as it is stored with its answer. */
export type AgentRun = Stored<typeof agentRunSchema>;

/**
 * One complete answer of a model. `refused` and `truncated` answers are evidence; half-received ones are never
 * stored.
 */
export type Completion = Stored<typeof completionSchema>;

/** An answer as it is stored. */
export const completionSchema = z.strictObject({
  text: z.string(),
  finish: z.enum(['complete', 'truncated', 'refused']),
  /** The model id that the vendor says it served. */
  servedBy: z.string(),
  requestId: z.string().nullable(),
  usage: usageSchema,
  latencyMs: z.number().nonnegative(),
  /** The vendor reported no usage that can be read: at least one count of `usage` is our estimate. */
  isUsageEstimated: z.literal(true).optional(),
  agent: agentRunSchema.exactOptional(),
});

/**
 * Why a call gave no completion. Only `too-long` says something about the spec. `no-answer`: the call was answered with
 * status 200, and what came cannot be the answer.
 */
export type Fault = {
  readonly kind: 'transient' | 'quota' | 'config' | 'too-long' | 'no-answer';
  /** One line, clipped, without the key. */
  readonly detail: string;
  readonly status: number | null;
  readonly requestId: string | null;
  readonly retryAfterMs: number | null;
  /** Missing: it may pass by itself, or nobody knows. */
  readonly mend?: Mend;
  /**
   * The program took all the time of a sample, which a busy machine also explains: it is run once more, with nothing
   * beside it.
   */
  readonly again?: 'alone';
};

/**
 * What somebody has to mend before a call can be answered: the address, a gateway that does not stream, a context that is
 * too small, or a connection that breaks off in the middle of answers.
 */
export const mends = ['base-url', 'stream', 'context', 'connection'] as const;

/** One of them. */
export type Mend = (typeof mends)[number];

/** Why a model is not asked any more in a run. */
export type StoppedModel = {
  readonly why: string;
  /** The vendor refused the configuration. */
  readonly isMisconfigured: boolean;
  /** Missing: it may pass by itself. */
  readonly mend?: Mend;
};

/** A file that a model wrote; its path has been checked against the path rules. */
export type GeneratedFile = { readonly path: string; readonly content: string };

/** What the answer protocol makes of a completion. */
export type Answer =
  | { readonly kind: 'files'; readonly files: readonly GeneratedFile[] }
  | { readonly kind: 'unusable'; readonly why: NoCode; readonly detail: string };

/** Reasons why a model gave no code: evidence about the spec on that model. */
export type NoCode =
  | 'refused'
  | 'truncated'
  | 'unreadable'
  | 'unsafe-path'
  | 'too-long'
  // What an agent may use for one sample was used up before it was done.
  | 'turn-limit'
  | 'token-limit'
  | 'money-limit'
  | 'time-limit';

/** The outcome of a generation, after our own retries. */
export type Generation =
  | { readonly kind: 'completed'; readonly completion: Completion; readonly attempts: number }
  | { readonly kind: 'too-long'; readonly detail: string; readonly attempts: number }
  | {
      readonly kind: 'unmeasured';
      readonly why: 'provider-error' | 'quota' | 'budget' | 'cancelled';
      readonly detail: string;
      readonly attempts: number;
    }
  | { readonly kind: 'stopped'; readonly fault: Fault; readonly attempts: number };
