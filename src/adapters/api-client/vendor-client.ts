import type { Model } from '../../core/settings.ts';
import { checkedUsage } from '../../core/generation/checked-usage.ts';
import {
  classifyFault,
  isRefusal,
  unusableRequest,
  type FaultFacts,
} from '../../core/generation/classify-fault.ts';
import type { Prompt, Reply } from '../../core/generation/completion.ts';
import type { ModelClient } from '../../ports/model-client.ts';
import { idleWatch } from './idle-watch.ts';
import { readVendorError } from './read-vendor-error.ts';
import { factsOf, noticed, type Received, type StreamReader } from './received.ts';
import { sealedFetch, type Fetch } from './sealed-fetch.ts';

/** What an adapter gets to make one call with. */
export type Call = {
  readonly model: Model;
  /** Sends the key, so the SDK needs none. */
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
  /** For the SDK, whose own limit covers the wait for the headers only; the idle watch is shorter and covers all. */
  readonly timeoutMs: number;
};

/** A stream that has begun. */
export type OpenStream = { readonly events: AsyncIterable<unknown>; readonly requestId: string | null };

/** What is particular to one vendor: how a stream is begun, and how its events are read. */
export type Vendor = {
  /** Throws what the vendor's SDK throws. */
  readonly open: (call: Call, prompt: Prompt) => Promise<OpenStream>;
  readonly reader: () => StreamReader;
};

/** One model at one vendor, with the key it is asked with. */
export type Account = { readonly model: Model; readonly apiKey: string | null };

/** A client that calls every vendor the same way: idle watch, sealed headers, latency, and faults as values. */
export function vendorClient(account: Account, vendor: Vendor): ModelClient {
  const { model } = account;
  return {
    complete: async ({ prompt, signal, onFirstEvent }) => {
      const watch = idleWatch({ idleMs: model.idleMs, signal });
      const fetch = sealedFetch(account, watch.touch);
      const onEvent = once(onFirstEvent);
      const timeoutMs = model.idleMs + 60_000;
      const start = performance.now();
      const received = await receive(async () => {
        const stream = await vendor.open({ model, fetch, signal: watch.signal, timeoutMs }, prompt);
        return readStream(stream, vendor.reader(), { model, onEvent });
      }).finally(watch.stop);
      const latencyMs = performance.now() - start;
      if (received.kind === 'answered') {
        const checked = checkedUsage({ ...received.answer, latencyMs }, prompt);
        if (!('cut' in checked)) return { kind: 'completed', completion: checked };
        // It never gets better by asking again.
        return replyOf(factsOf(checked.cut, { code: unusableRequest }), account, latencyMs);
      }
      const facts = endedByUs(watch.wasIdle(), model, signal) ?? received.facts;
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

async function readStream(
  { events, requestId }: OpenStream,
  reader: StreamReader,
  { model, onEvent }: { readonly model: Model; readonly onEvent: () => void },
): Promise<Received> {
  for await (const event of events) {
    onEvent();
    const problem = reader.add(event);
    if (problem !== null) return noticed(problem, { requestId });
  }
  return reader.end({ requestedModel: model.name, requestId });
}

function endedByUs(wasIdle: boolean, model: Model, signal: AbortSignal): FaultFacts | null {
  if (!wasIdle && !signal.aborted) return null;
  return factsOf(wasIdle ? `nothing arrived for ${model.idleMs / 1000} s` : 'the call was cancelled');
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
