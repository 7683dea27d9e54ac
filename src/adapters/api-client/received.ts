import type { FaultFacts } from '../../core/generation/classify-fault.ts';
import type { Completion } from '../../core/generation/completion.ts';
import type { ReportedUsage } from '../../core/generation/reported-usage.ts';

/** What one stream came to: a whole answer, or what the vendor said instead. */
export type Received =
  | {
      readonly kind: 'answered';
      readonly answer: Omit<Completion, 'latencyMs' | 'usage' | 'isUsageEstimated'>;
    }
  | { readonly kind: 'failed'; readonly facts: FaultFacts };

/** What a stream has brought so far, whether or not it goes on. */
export type SoFar = {
  /** An answer has begun: the vendor has read the prompt and writes. */
  readonly hasBegun: boolean;
  readonly text: string;
  readonly usage: ReportedUsage;
};

/** Puts the events of one stream together. */
export type StreamReader = {
  /** A problem that makes the whole answer worthless, or null. */
  readonly add: (event: unknown) => string | null;
  readonly soFar: () => SoFar;
  /** Only a stream that brought what its format ends an answer with is an answer. */
  readonly end: (known: { readonly requestedModel: string; readonly requestId: string | null }) => Received;
};

/** Facts of a failure that the adapter itself noticed, such as a stream that ended without its last event. */
export function noticed(message: string, known: Partial<FaultFacts> = {}): Received {
  return { kind: 'failed', facts: factsOf(message, known) };
}

/** A message, and nothing else that is known. */
export function factsOf(message: string, known: Partial<FaultFacts> = {}): FaultFacts {
  return { status: null, type: null, code: null, message, requestId: null, retryAfterMs: null, ...known };
}
