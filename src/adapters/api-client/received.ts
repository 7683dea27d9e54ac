import type { FaultFacts } from '../../core/generation/classify-fault.ts';
import type { Completion } from '../../core/generation/completion.ts';
import type { ReportedUsage } from '../../core/generation/reported-usage.ts';

/** The result of one stream: a complete answer, or what the vendor said instead. */
export type Received =
  | {
      readonly kind: 'answered';
      readonly answer: Omit<Completion, 'latencyMs' | 'usage' | 'isUsageEstimated'>;
    }
  | { readonly kind: 'failed'; readonly facts: FaultFacts };

/** What a stream has sent so far. */
export type SoFar = {
  /** An answer has begun: the vendor has read the prompt and is writing. */
  readonly hasBegun: boolean;
  readonly text: string;
  readonly usage: ReportedUsage;
};

/** Collects the events of one stream. */
export type StreamReader = {
  /** A problem that makes the whole answer unusable, or null. */
  readonly add: (event: unknown) => string | null;
  /** Whether an event is a part of an answer, of its reasoning or its end, and not only a sign of life. */
  readonly isPart: (event: unknown) => boolean;
  readonly soFar: () => SoFar;
  /** A stream is an answer only if it had the event that ends an answer in its format. */
  readonly end: (known: { readonly requestedModel: string; readonly requestId: string | null }) => Received;
};

/** Facts of a failure that the adapter itself noticed, such as a stream that ended without its last event. */
export function noticed(message: string, known: Partial<FaultFacts> = {}): Received {
  return { kind: 'failed', facts: factsOf(message, known) };
}

/** A failure of which only the message is known. */
export function factsOf(message: string, known: Partial<FaultFacts> = {}): FaultFacts {
  return { status: null, type: null, code: null, message, requestId: null, retryAfterMs: null, ...known };
}
