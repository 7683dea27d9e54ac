import { AsyncLocalStorage } from 'node:async_hooks';
import type { Model } from '../../core/settings.ts';
import { mostOutputTokens } from '../../core/budget/planned-call.ts';
import { billFor, billForBroken, type Bill } from '../../core/generation/bill.ts';
import { classifyFault, isRefusal, type FaultFacts } from '../../core/generation/classify-fault.ts';
import { cutPrompt } from '../../core/generation/cut-prompt.ts';
import type { Prompt } from '../../core/generation/completion.ts';
import type { Reply } from '../../core/generation/reply.ts';
import type { ModelClient } from '../../ports/model-client.ts';
import { AnswerTap } from './answer-tap.ts';
import { idleWatch } from './idle-watch.ts';
import { readVendorError } from './read-vendor-error.ts';
import { factsOf, noticed, type Received, type StreamReader } from './received.ts';
import { sealedFetch, type Fetch } from './sealed-fetch.ts';

/** What an adapter needs for one call. */
export type Call = {
  readonly model: Model;
  /** Sends the key, so the SDK needs none. The same for all calls of a client, which can keep the SDK's by it. */
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
  /** For the SDK. Its limit covers only the wait for the headers; the idle watch is shorter and covers everything. */
  readonly timeoutMs: number;
};

/** A stream that is being read. */
export type OpenStream = { readonly events: AsyncIterable<unknown>; readonly requestId: string | null };

/** What differs between vendors: how a stream is started, and how its events are read. */
export type Vendor = {
  /** Throws what the vendor's SDK throws. */
  readonly open: (call: Call, prompt: Prompt) => Promise<OpenStream>;
  readonly reader: () => StreamReader;
};

/** One model at one vendor, with the key it is asked with. */
export type Account = {
  readonly model: Model;
  readonly apiKey: string | null;
  /** Values of the variables that its headers name, by these names; missing = its headers name none. */
  readonly variables?: ReadonlyMap<string, string>;
};

/** A client that calls every vendor the same way: idle watch, sealed headers, latency, and faults as values. */
export function vendorClient(account: Account, vendor: Vendor): ModelClient {
  const { model } = account;
  const most = mostOutputTokens(model);
  const taps = new AsyncLocalStorage<AnswerTap>();
  const fetch = sealedFetch(account, () => taps.getStore() ?? null);
  return {
    complete: async ({ prompt, signal, onFirstEvent }) => {
      const watch = idleWatch({ idleMs: model.idleMs, signal });
      const tap = new AnswerTap({ mostOutputTokens: most, onBytes: watch.touch });
      const reader = vendor.reader();
      const onEvent = once(onFirstEvent);
      const timeoutMs = model.idleMs + 60_000;
      const start = performance.now();
      const received = await receive({ reader, tap, model }, async () => {
        const call = { model, fetch, signal: watch.signal, timeoutMs };
        const stream = await taps.run(tap, () => vendor.open(call, prompt));
        return readStream(stream, reader, { model, onEvent, onPart: watch.progress });
      }).finally(watch.stop);
      const latencyMs = performance.now() - start;
      const { text, usage: reported, hasBegun } = reader.soFar();
      const call = { prompt, text, reported, mostOutputTokens: most };
      if (received.kind === 'answered') {
        const cut = cutPrompt(reported, prompt);
        if (cut === null) return completed(received.answer, billFor(call), latencyMs);
        return faultOf(factsOf(cut, { isNoAnswer: true, mend: 'context' }), account, billFor(call));
      }
      const facts = endedByUs(watch.why(), signal) ?? received.facts;
      const bill = tap.isAnswered ? billForBroken({ ...call, hasBegun }) : null;
      return isRefusal(facts)
        ? completed(refusal(facts, model), bill, latencyMs)
        : faultOf(inBrokenWords(facts, bill, signal), account, bill);
    },
  };
}

type Reading = { readonly reader: StreamReader; readonly tap: AnswerTap; readonly model: Model };

// An error of the SDK for a fault of the vendor becomes a value; any other error is a bug and is thrown on.
async function receive(reading: Reading, stream: () => Promise<Received>): Promise<Received> {
  try {
    const received = await stream();
    return received.kind === 'failed' ? inGatewayWords(received.facts, reading) : received;
  } catch (error) {
    const facts = readVendorError(error, Date.now());
    if (facts === null) throw error;
    if (!isMalformed(error)) return inGatewayWords(facts, reading);
    // If the last event cannot be read (a count is NaN, for example), the complete answer before it still counts.
    const whole = reading.reader.end({ requestedModel: reading.model.name, requestId: facts.requestId });
    return whole.kind === 'answered' ? whole : inGatewayWords({ ...facts, isNoAnswer: true }, reading);
  }
}

// If no answer has begun, the body says best what happened. A broken connection says nothing.
function inGatewayWords(facts: FaultFacts, { reader, tap }: Reading): Received {
  const isSaid = facts.isNoAnswer === true || facts.isFromBody === true;
  if (!tap.isAnswered || reader.soFar().hasBegun || !isSaid) return { kind: 'failed', facts };
  const { requestId } = facts;
  return { kind: 'failed', facts: { ...tap.words(), requestId } };
}

type Hearing = { readonly model: Model; readonly onEvent: () => void; readonly onPart: () => void };

async function readStream(
  { events, requestId }: OpenStream,
  reader: StreamReader,
  { model, onEvent, onPart }: Hearing,
): Promise<Received> {
  for await (const event of events) {
    onEvent();
    if (reader.isPart(event)) onPart();
    const problem = reader.add(event);
    if (problem !== null)
      return noticed(`${problem}: ${JSON.stringify(event)}`, { requestId, isNoAnswer: true });
  }
  const received = reader.end({ requestedModel: model.name, requestId });
  if (received.kind === 'answered' || reader.soFar().hasBegun) return received;
  return { ...received, facts: { ...received.facts, isNoAnswer: true } };
}

function endedByUs(why: string | null, signal: AbortSignal): FaultFacts | null {
  if (why === null && !signal.aborted) return null;
  return factsOf(why ?? 'the call was cancelled');
}

// The SDKs pass on errors of JSON.parse unchanged.
function isMalformed(error: unknown): boolean {
  return error instanceof Error && ['SyntaxError', 'AnswerTooLargeError'].includes(error.name);
}

// The words of a broken connection do not say that an answer had begun.
function inBrokenWords(facts: FaultFacts, bill: Bill | null, signal: AbortSignal): FaultFacts {
  if (bill?.mayBeMore !== true || signal.aborted || facts.isNoAnswer === true) return facts;
  return { ...facts, message: `the answer broke off: ${facts.message}` };
}

function faultOf(facts: FaultFacts, { apiKey, variables }: Account, bill: Bill | null): Reply {
  const secrets = [...(apiKey === null ? [] : [apiKey]), ...(variables?.values() ?? [])];
  return { kind: 'fault', fault: classifyFault(facts, secrets), bill };
}

function refusal({ requestId }: FaultFacts, { name }: Model): Answered {
  return { text: '', finish: 'refused', servedBy: name, requestId };
}

type Answered = Extract<Received, { kind: 'answered' }>['answer'];

function completed(answer: Answered, bill: Bill | null, latencyMs: number): Reply {
  const usage = bill?.usage ?? { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 };
  const estimated = bill?.isEstimated === true ? ({ isUsageEstimated: true } as const) : {};
  return { kind: 'completed', completion: { ...answer, usage, latencyMs, ...estimated } };
}

function once(action: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    action();
  };
}
