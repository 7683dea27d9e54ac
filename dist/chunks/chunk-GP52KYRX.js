import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  AnswerTap,
  billFor,
  billForBroken,
  classifyFault,
  idleWatch,
  isRefusal,
  readVendorError
} from "./chunk-FZJSYKI2.js";
import {
  sealedFetch
} from "./chunk-WMJANERN.js";
import {
  factsOf,
  noticed
} from "./chunk-432DJ6LD.js";
import {
  grouped,
  mostOutputTokens,
  sizeOf
} from "./chunk-WSJ3JF5A.js";

// src/adapters/api-client/vendor-client.ts
import { AsyncLocalStorage } from "node:async_hooks";

// src/core/generation/cut-prompt.ts
function cutPrompt({ inputTokens }, prompt) {
  if (inputTokens === null || inputTokens === 0) return null;
  const sent = sizeOf(prompt).fewest;
  if (sent < smallestContext || inputTokens >= sent / 2) return null;
  const [read, whole] = [inputTokens, sent].map((tokens) => grouped(tokens));
  return `the server read ${read} tokens of a prompt of about ${whole}, so its context is too small (Ollama: num_ctx)`;
}
var smallestContext = 2e3;

// src/adapters/api-client/vendor-client.ts
function vendorClient(account, vendor) {
  const { model } = account;
  const most = mostOutputTokens(model);
  const taps = new AsyncLocalStorage();
  const fetch = sealedFetch(account, () => taps.getStore() ?? null);
  return {
    complete: async ({ prompt, signal, onFirstEvent }) => {
      const watch = idleWatch({ idleMs: model.idleMs, signal });
      const tap = new AnswerTap({ mostOutputTokens: most, onBytes: watch.touch });
      const reader = vendor.reader();
      const onEvent = once(onFirstEvent);
      const timeoutMs = model.idleMs + 6e4;
      const start = performance.now();
      const received = await receive({ reader, tap, model }, async () => {
        const call2 = { model, fetch, signal: watch.signal, timeoutMs };
        const stream = await taps.run(tap, () => vendor.open(call2, prompt));
        return readStream(stream, reader, { model, onEvent, onPart: watch.progress });
      }).finally(watch.stop);
      const latencyMs = performance.now() - start;
      const { text, usage: reported, hasBegun } = reader.soFar();
      const call = { prompt, text, reported, mostOutputTokens: most };
      if (received.kind === "answered") {
        const cut = cutPrompt(reported, prompt);
        if (cut === null) return completed(received.answer, billFor(call), latencyMs);
        return faultOf(factsOf(cut, { isNoAnswer: true, mend: "context" }), account, billFor(call));
      }
      const facts = endedByUs(watch.why(), signal) ?? received.facts;
      const bill = tap.isAnswered ? billForBroken({ ...call, hasBegun }) : null;
      return isRefusal(facts) ? completed(refusal(facts, model), bill, latencyMs) : faultOf(inBrokenWords(facts, bill, signal), account, bill);
    }
  };
}
async function receive(reading, stream) {
  try {
    const received = await stream();
    return received.kind === "failed" ? inGatewayWords(received.facts, reading) : received;
  } catch (error) {
    const facts = readVendorError(error, Date.now());
    if (facts === null) throw error;
    if (!isMalformed(error)) return inGatewayWords(facts, reading);
    const whole = reading.reader.end({ requestedModel: reading.model.name, requestId: facts.requestId });
    return whole.kind === "answered" ? whole : inGatewayWords({ ...facts, isNoAnswer: true }, reading);
  }
}
function inGatewayWords(facts, { reader, tap }) {
  const isSaid = facts.isNoAnswer === true || facts.isFromBody === true;
  if (!tap.isAnswered || reader.soFar().hasBegun || !isSaid) return { kind: "failed", facts };
  const { requestId } = facts;
  return { kind: "failed", facts: { ...tap.words(), requestId } };
}
async function readStream({ events, requestId }, reader, { model, onEvent, onPart }) {
  for await (const event of events) {
    onEvent();
    if (reader.isPart(event)) onPart();
    const problem = reader.add(event);
    if (problem !== null)
      return noticed(`${problem}: ${JSON.stringify(event)}`, { requestId, isNoAnswer: true });
  }
  const received = reader.end({ requestedModel: model.name, requestId });
  if (received.kind === "answered" || reader.soFar().hasBegun) return received;
  return { ...received, facts: { ...received.facts, isNoAnswer: true } };
}
function endedByUs(why, signal) {
  if (why === null && !signal.aborted) return null;
  return factsOf(why ?? "the call was cancelled");
}
function isMalformed(error) {
  return error instanceof Error && ["SyntaxError", "AnswerTooLargeError"].includes(error.name);
}
function inBrokenWords(facts, bill, signal) {
  if (bill?.mayBeMore !== true || signal.aborted || facts.isNoAnswer === true) return facts;
  return { ...facts, message: `the answer broke off: ${facts.message}` };
}
function faultOf(facts, { apiKey, variables }, bill) {
  const secrets = [...apiKey === null ? [] : [apiKey], ...variables?.values() ?? []];
  return { kind: "fault", fault: classifyFault(facts, secrets), bill };
}
function refusal({ requestId }, { name }) {
  return { text: "", finish: "refused", servedBy: name, requestId };
}
function completed(answer, bill, latencyMs) {
  const usage = bill?.usage ?? { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 };
  const estimated = bill?.isEstimated === true ? { isUsageEstimated: true } : {};
  return { kind: "completed", completion: { ...answer, usage, latencyMs, ...estimated } };
}
function once(action) {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    action();
  };
}

// src/adapters/api-client/merge-params.ts
function mergeParams(body, params) {
  const merged = Object.entries(params).map(([name, value]) => {
    const own = Object.hasOwn(body, name) ? body[name] : void 0;
    return [name, isObject(own) && isObject(value) ? mergeParams(own, value) : value];
  });
  return { ...body, ...Object.fromEntries(merged) };
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export {
  vendorClient,
  mergeParams
};
