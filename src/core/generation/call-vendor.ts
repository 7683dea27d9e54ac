import type { Model } from '../plan/settings.ts';
import { classifyFault, isRefusal, type FaultFacts } from './classify-fault.ts';
import type { Completion, Reply } from './completion.ts';
import { idleWatch, type StartTimer } from './idle-watch.ts';
import { readVendorError } from './read-vendor-error.ts';
import { sealedFetch, type Fetch } from './sealed-fetch.ts';

/** The outside world as a call needs it; each adapter hands in the real one. */
export type World = { readonly now: () => number; readonly startTimer: StartTimer; readonly fetch: Fetch };

/** What one stream came to: a whole answer, or what the vendor said instead. */
export type Received =
  | { readonly kind: 'answered'; readonly answer: Omit<Completion, 'latencyMs'> }
  | { readonly kind: 'failed'; readonly facts: FaultFacts };

/** What an adapter gets to make one call with. */
export type Call = {
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
  /** A key that satisfies the SDK; the fetch above replaces it by the true one, or by none. */
  readonly placeholderKey: string;
  /** To be called at each event of the stream. */
  readonly onEvent: () => void;
};

/** Makes one call the same way for every vendor: idle watch, sealed headers, latency, and faults as values. */
export async function callVendor(options: {
  readonly model: Model;
  readonly apiKey: string | null;
  readonly signal: AbortSignal;
  readonly onFirstEvent: () => void;
  readonly world: World;
  readonly stream: (call: Call) => Promise<Received>;
}): Promise<Reply> {
  const { model, apiKey, world } = options;
  const secrets = apiKey === null ? [] : [apiKey];
  const watch = idleWatch({ idleMs: model.idleMs, signal: options.signal, startTimer: world.startTimer });
  const start = world.now();
  try {
    const received = await options.stream({
      fetch: sealedFetch({ fetch: world.fetch, apiKey, onBytes: watch.touch }),
      signal: watch.signal,
      placeholderKey: 'none',
      onEvent: once(options.onFirstEvent),
    });
    if (received.kind === 'answered') {
      return { kind: 'completed', completion: { ...received.answer, latencyMs: world.now() - start } };
    }
    const facts = endedByUs(watch.wasIdle(), options) ?? received.facts;
    return replyOf({ facts, secrets, model, latencyMs: world.now() - start });
  } catch (error) {
    const facts = endedByUs(watch.wasIdle(), options) ?? readVendorError(error, world.now());
    if (facts === null) throw error;
    return replyOf({ facts, secrets, model, latencyMs: world.now() - start });
  } finally {
    watch.stop();
  }
}

/** Facts of a failure that the adapter itself noticed, such as a stream that ended without its last event. */
export function noticed(message: string, known: Partial<FaultFacts> = {}): Received {
  const facts = {
    status: null,
    type: null,
    code: null,
    message,
    requestId: null,
    retryAfterMs: null,
    ...known,
  };
  return { kind: 'failed', facts };
}

function endedByUs(
  wasIdle: boolean,
  { model, signal }: { readonly model: Model; readonly signal: AbortSignal },
): FaultFacts | null {
  if (!wasIdle && !signal.aborted) return null;
  const message = wasIdle ? `nothing arrived for ${model.idleMs / 1000} s` : 'the call was cancelled';
  return { status: null, type: null, code: null, message, requestId: null, retryAfterMs: null };
}

function replyOf(failure: {
  readonly facts: FaultFacts;
  readonly secrets: readonly string[];
  readonly model: Model;
  readonly latencyMs: number;
}): Reply {
  const { facts } = failure;
  if (!isRefusal(facts)) return { kind: 'fault', fault: classifyFault(facts, failure.secrets) };
  return {
    kind: 'completed',
    completion: {
      text: '',
      finish: 'refused',
      servedBy: failure.model.name,
      requestId: facts.requestId,
      usage: { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 },
      latencyMs: failure.latencyMs,
    },
  };
}

function once(action: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    action();
  };
}
