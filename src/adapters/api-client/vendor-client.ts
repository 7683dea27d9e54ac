import type { Model } from '../../core/settings.ts';
import { classifyFault, isRefusal, type FaultFacts } from '../../core/generation/classify-fault.ts';
import type { Completion, Prompt, Reply } from '../../core/generation/completion.ts';
import type { ModelClient } from '../../ports/model-client.ts';
import { idleWatch } from './idle-watch.ts';
import { readVendorError } from './read-vendor-error.ts';
import { sealedFetch, type Fetch } from './sealed-fetch.ts';

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

/** One model at one vendor, with the key it is asked with. */
export type Account = { readonly model: Model; readonly apiKey: string | null };

/** A client that calls every vendor the same way: idle watch, sealed headers, latency, and faults as values. */
export function vendorClient(
  account: Account,
  stream: (call: Call, prompt: Prompt) => Promise<Received>,
): ModelClient {
  return {
    complete: async ({ prompt, signal, onFirstEvent }) => {
      const watch = idleWatch({ idleMs: account.model.idleMs, signal });
      const start = performance.now();
      const received = await receive(() =>
        stream(
          {
            fetch: sealedFetch({ apiKey: account.apiKey, onBytes: watch.touch }),
            signal: watch.signal,
            placeholderKey: 'none',
            onEvent: once(onFirstEvent),
          },
          prompt,
        ),
      ).finally(watch.stop);
      const latencyMs = performance.now() - start;
      if (received.kind === 'answered')
        return { kind: 'completed', completion: { ...received.answer, latencyMs } };
      const facts = endedByUs(watch.wasIdle(), account.model, signal) ?? received.facts;
      return replyOf(facts, account, latencyMs);
    },
  };
}

// What the SDK throws for a fault of the vendor is a value to us; anything else is a bug and rises.
async function receive(stream: () => Promise<Received>): Promise<Received> {
  try {
    return await stream();
  } catch (error) {
    const facts = readVendorError(error, Date.now());
    if (facts === null) throw error;
    return { kind: 'failed', facts };
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

function endedByUs(wasIdle: boolean, model: Model, signal: AbortSignal): FaultFacts | null {
  if (!wasIdle && !signal.aborted) return null;
  const message = wasIdle ? `nothing arrived for ${model.idleMs / 1000} s` : 'the call was cancelled';
  return { status: null, type: null, code: null, message, requestId: null, retryAfterMs: null };
}

function replyOf(facts: FaultFacts, { model, apiKey }: Account, latencyMs: number): Reply {
  const secrets = apiKey === null ? [] : [apiKey];
  if (!isRefusal(facts)) return { kind: 'fault', fault: classifyFault(facts, secrets) };
  return {
    kind: 'completed',
    completion: {
      text: '',
      finish: 'refused',
      servedBy: model.name,
      requestId: facts.requestId,
      usage: { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 },
      latencyMs,
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
