import type { TurnEnd } from '../../../adapters/api-client/wire.ts';

/** Where in an answer the connection breaks or goes silent. */
export type BreakPoint = 'before-headers' | 'after-headers' | 'mid-stream';

/** One way in which a vendor fails, according to what is known of their behaviour; null = a proper answer. */
export type ScriptedFault =
  | {
      readonly kind: 'http';
      readonly status: number;
      readonly type?: string;
      readonly code?: string;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** An `error` event in a stream that began with 200. */
  | { readonly kind: 'error-event'; readonly type: string; readonly code?: string; readonly message?: string }
  /** The socket is destroyed. */
  | { readonly kind: 'cut'; readonly at: BreakPoint }
  /** The stream ends properly as HTTP, but without the event that ends an answer. */
  | { readonly kind: 'early-close' }
  /** Nothing more is sent, and the connection stays open; or only `beat` is sent, a comment by default. */
  | {
      readonly kind: 'stall';
      readonly at: BreakPoint;
      readonly keepAliveEveryMs?: number;
      readonly beat?: string;
    }
  /** The answer is well-formed but ends like this. */
  | { readonly kind: 'end'; readonly end: TurnEnd; readonly text?: string }
  /** `response.failed` with this code, or the closest thing in the other formats. */
  | { readonly kind: 'failed'; readonly code: string }
  /** 200 with this body, whatever it is; null = the answer, but a number wherever its text should stand. */
  | { readonly kind: 'garbage'; readonly body: string | null; readonly contentType?: string }
  /** A proper answer, slowly: this long between events, and stopped in the middle until `until` is over. */
  | { readonly kind: 'slow'; readonly everyMs: number; readonly until?: Promise<void> };
