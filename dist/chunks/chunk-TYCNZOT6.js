import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  redact,
  retryAfterOf
} from "./chunk-DMEI3E3J.js";
import {
  mostOutputTokens
} from "./chunk-ZF2CRVBW.js";
import {
  estimateInputTokens
} from "./chunk-W4O5ATHL.js";
import {
  sealedFetch
} from "./chunk-QOKDYJSE.js";
import {
  providers
} from "./chunk-DMOH4KPQ.js";

// src/core/generation/bill.ts
function billFor(of) {
  const { reported } = of;
  const { cacheWriteTokens, reasoningTokens } = reported;
  const inputTokens = givenOr(reported.inputTokens, estimateInputTokens(of.prompt.system + of.prompt.user));
  const cachedInputTokens = Math.min(reported.cachedInputTokens, inputTokens);
  const written = Math.min(estimateInputTokens(of.text), of.mostOutputTokens);
  const outputTokens = givenOr(reported.outputTokens, written);
  return {
    usage: {
      inputTokens,
      cachedInputTokens,
      ...cacheWriteTokens === null ? {} : { cacheWriteTokens: Math.min(cacheWriteTokens, inputTokens - cachedInputTokens) },
      outputTokens,
      ...reasoningTokens === null ? {} : { reasoningTokens: Math.min(reasoningTokens, outputTokens) }
    },
    isEstimated: inputTokens !== reported.inputTokens || outputTokens !== reported.outputTokens,
    mayBeMore: false
  };
}
function billForBroken(of) {
  const bill = billFor({ ...of, reported: { ...of.reported, outputTokens: null } });
  const outputTokens = Math.max(bill.usage.outputTokens, of.reported.outputTokens ?? 0);
  return { usage: { ...bill.usage, outputTokens }, isEstimated: true, mayBeMore: of.hasBegun };
}
function givenOr(count, estimate) {
  return count === null || count === 0 ? estimate : count;
}

// src/core/generation/classify-fault.ts
function classifyFault(facts, secrets) {
  const kind = kindOf(facts);
  return {
    kind,
    detail: redact(kind === "no-answer" ? noAnswerWords(facts) : statusWords(facts), secrets),
    status: facts.status,
    requestId: facts.requestId,
    retryAfterMs: facts.retryAfterMs,
    ...kind === "no-answer" && facts.mend !== void 0 ? { mend: facts.mend } : {}
  };
}
function statusWords({ status, message }) {
  return status === null ? message : `${status} ${message}`;
}
function noAnswerWords({ message, mend }) {
  if (mend === "stream") return `status 200 without a stream: ${message}`;
  return `status 200 without an answer: ${message === "" ? "nothing came" : message}`;
}
function isRefusal({ status, code, type }) {
  if (status !== null && status !== 400) return false;
  return [code, type].some((name) => name !== null && refusalNames.has(name));
}
var unusableRequest = "unusable-request";
var rows = Object.values(providers);
var words = rows.map(({ errors }) => errors);
var refusalNames = new Set(words.flatMap(({ refused }) => refused));
var quotaNames = new Set(words.flatMap(({ quota }) => quota.names));
var quotaPhrases = words.flatMap(({ quota }) => quota.phrases);
var tooLongNames = new Set(words.flatMap(({ tooLong }) => tooLong.names));
var tooLongPhrases = words.flatMap(({ tooLong }) => tooLong.phrases);
var configNames = /* @__PURE__ */ new Set([unusableRequest, ...words.flatMap(({ config }) => config)]);
var outputCapNames = ["max-output-tokens", ...rows.flatMap(({ outputCaps }) => outputCaps)];
var outputCapPhrases = words.flatMap(({ outputCap }) => outputCap);
function kindOf(facts) {
  if (isQuota(facts)) return "quota";
  if (isTooLong(facts)) return "too-long";
  const { status } = facts;
  if (status !== null) return isTransientStatus(status) || isTokenRate(facts) ? "transient" : "config";
  if (hasName(facts, configNames)) return "config";
  return facts.isNoAnswer === true && !isTokenRate(facts) && !hasName(facts, busyNames) ? "no-answer" : "transient";
}
var busyNames = /* @__PURE__ */ new Set(["429", "529", "overloaded_error", "server_error", "api_error", "timeout_error"]);
function isQuota(facts) {
  if (facts.status === 402 || facts.code === "402" || hasName(facts, quotaNames)) return true;
  return (facts.status ?? 0) < 500 && hasPhrase(facts, quotaPhrases);
}
function isTooLong(facts) {
  if (facts.status !== null && ![400, 413, 422].includes(facts.status)) return false;
  if (isTokenRate(facts)) return false;
  if (isAboutOutputCap(facts)) return false;
  return hasName(facts, tooLongNames) || hasPhrase(facts, tooLongPhrases);
}
function isTokenRate(facts) {
  return hasName(facts, rateNames) || hasPhrase(facts, ratePhrases);
}
var rateNames = /* @__PURE__ */ new Set(["rate_limit_exceeded", "rate_limit_error", "tokens_per_minute_exceeded"]);
var ratePhrases = [/tokens per (?:minute|min|hour|day)/i, /\b[TR]PM\b/, /rate limit/i];
function isAboutOutputCap(facts) {
  const message = facts.message.toLowerCase();
  const isNamed = outputCapNames.some((name) => message.includes(name.toLowerCase()));
  return isNamed || hasPhrase(facts, outputCapPhrases);
}
function isTransientStatus(status) {
  return status >= 500 || [408, 409, 425, 429].includes(status);
}
function hasName({ type, code }, names) {
  return type !== null && names.has(type) || code !== null && names.has(code);
}
function hasPhrase({ message }, phrases) {
  return phrases.some((phrase) => phrase.test(message));
}

// src/core/generation/fewest-tokens.ts
function fewestTokens(text) {
  let tokens = 0;
  for (const [piece] of text.matchAll(new RegExp("\\p{L}+|\\p{N}+|[^\\s\\p{L}\\p{N}]+", "gu")))
    tokens += Math.ceil(piece.length / longestToken);
  return tokens;
}
var longestToken = 16;

// src/core/generation/cut-prompt.ts
function cutPrompt({ inputTokens }, prompt) {
  if (inputTokens === null || inputTokens === 0) return null;
  const sent = fewestTokens(prompt.system) + fewestTokens(prompt.user);
  if (sent < smallestContext || inputTokens >= sent / 2) return null;
  const [read, whole] = [inputTokens, sent].map((tokens) => tokens.toLocaleString("en-US"));
  return `the server read ${read} tokens of a prompt of about ${whole}, so its context is too small (Ollama: num_ctx)`;
}
var smallestContext = 2e3;

// src/core/generation/gateway-words.ts
function gatewayWords(body) {
  const text = body.trim();
  if (isWholeAnswer(text)) return { type: null, code: null, message: wholeAnswer, mend: "stream" };
  for (const value of valuesIn(text)) {
    const words2 = wordsOf(value);
    if (words2 !== null) return words2;
  }
  const isPage = /^<|<html/i.test(text);
  const mend = isPage || text === "" ? { mend: "base-url" } : {};
  return { type: null, code: null, message: isPage ? pageText(text) : text, ...mend };
}
var wholeAnswer = "the gateway ignored `stream: true` and sent the answer whole";
function isWholeAnswer(text) {
  if (!text.startsWith("{") || /^\{\s*"error"/.test(text)) return false;
  return /"object"\s*:\s*"(?:chat\.completion|response)"|"type"\s*:\s*"message"/.test(text);
}
function wordsOf(value) {
  const [first] = Array.isArray(value) ? value : [value];
  if (!isFields(first)) return null;
  const error = first["error"] ?? first;
  if (typeof error === "string") return { type: null, code: null, message: error };
  if (!isFields(error)) return null;
  const said = messageFields.map((name) => error[name] ?? first[name]);
  const message = said.find((each) => typeof each === "string" && each !== "");
  return message === void 0 ? null : { type: nameIn(error["type"]), code: nameIn(error["code"]), message };
}
var messageFields = ["message", "detail", "error_description", "msg", "error_msg", "title"];
function valuesIn(text) {
  const lines = text.split("\n").flatMap((line) => {
    const data = /^data:(.*)$/.exec(line.trim())?.[1];
    return data === void 0 ? [] : [data];
  });
  return [text, ...lines].flatMap((each) => parsed(each));
}
function parsed(text) {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}
function pageText(page) {
  const title = /<title[^>]{0,200}>([^<]{1,300})/i.exec(page)?.[1]?.trim() ?? "";
  const body = page.replaceAll(/<(script|style|title)\b[^<]{0,5000}/gi, " ").replaceAll(/<[^>]{0,2000}>/g, " ").replaceAll(/\s+/g, " ").trim();
  return [title, body].filter((part) => part !== "").join(": ");
}
function nameIn(value) {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : null;
}
function isFields(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/adapters/api-client/received.ts
function noticed(message, known = {}) {
  return { kind: "failed", facts: factsOf(message, known) };
}
function factsOf(message, known = {}) {
  return { status: null, type: null, code: null, message, requestId: null, retryAfterMs: null, ...known };
}

// src/adapters/api-client/answer-tap.ts
var AnswerTap = class {
  #mostBytes;
  #onBytes;
  #isAnswered = false;
  #bytes = 0;
  #head = "";
  #decoder = new TextDecoder();
  constructor(of) {
    this.#mostBytes = mostBytesFor(of.mostOutputTokens);
    this.#onBytes = of.onBytes;
  }
  /** Whether the server answered with success. */
  get isAnswered() {
    return this.#isAnswered;
  }
  /** Keeps the headers of a response. */
  begin({ ok }) {
    this.#isAnswered = ok;
    this.#onBytes();
  }
  /** Keeps a part of the body. Throws if the body is larger than any answer to the request can be. */
  take(chunk) {
    this.#onBytes();
    this.#bytes += chunk.length;
    if (this.#head.length < headLength) this.#head += this.#decoder.decode(chunk, { stream: true });
    if (this.#isAnswered && this.#bytes > this.#mostBytes) throw new AnswerTooLargeError(this.#mostBytes);
  }
  /** What a body says that came with a success status but contains no answer. */
  words() {
    const { message, ...names } = gatewayWords(this.#head.slice(0, headLength));
    return factsOf(message, { ...names, isNoAnswer: true });
  }
};
var AnswerTooLargeError = class extends Error {
  name = "AnswerTooLargeError";
  constructor(bytes) {
    super(
      `the answer did not end within ${Math.ceil(bytes / 1024 / 1024)} MB, more than \`max-output-tokens\` can fill`
    );
  }
};
var headLength = 8192;
function mostBytesFor(mostOutputTokens2) {
  return 1024 * (1024 + mostOutputTokens2);
}

// src/adapters/api-client/idle-watch.ts
var heartbeatsPerIdle = 7;
function idleWatch(options) {
  const controller = new AbortController();
  let why = null;
  const limit = (ms, said) => restartable(ms, () => {
    if (controller.signal.aborted) return;
    why = `${said} for ${ms / 1e3} s`;
    controller.abort();
  });
  const abort = () => controller.abort();
  if (options.signal.aborted) abort();
  options.signal.addEventListener("abort", abort, { once: true });
  const silence = limit(options.idleMs, "nothing arrived");
  const heartbeats = limit(heartbeatsPerIdle * options.idleMs, "only heartbeats arrived");
  return {
    signal: controller.signal,
    why: () => why,
    touch: silence.restart,
    progress: heartbeats.restart,
    stop: () => {
      for (const timer of [silence, heartbeats]) timer.stop();
      options.signal.removeEventListener("abort", abort);
    }
  };
}
function restartable(ms, end) {
  const timer = setTimeout(end, ms);
  return { restart: () => void timer.refresh(), stop: () => clearTimeout(timer) };
}

// src/adapters/api-client/read-vendor-error.ts
function readVendorError(error, now) {
  if (!isFields2(error) || typeof error["message"] !== "string" || isProgrammingError(error)) return null;
  const body = fieldsOf(error["error"]);
  const inner = isFields2(body["error"]) ? body["error"] : body;
  const status = typeof error["status"] === "number" ? error["status"] : null;
  return {
    status,
    ...bodyMark(status, error),
    type: isUnusableRequest(error) ? unusableRequest : firstText(inner["type"], error["type"]),
    code: firstText(inner["code"], error["code"]),
    message: firstText(inner["message"], withCauses(error)) ?? "",
    requestId: firstText(error["requestID"]),
    retryAfterMs: error["headers"] instanceof Headers ? retryAfterOf(error["headers"], now) : null
  };
}
function bodyMark(status, error) {
  return status === null && isFields2(error["error"]) ? { isFromBody: true } : {};
}
function isProgrammingError(error) {
  const isSuspect = ["TypeError", "RangeError", "ReferenceError"].includes(String(error["name"]));
  if (!isSuspect || error["cause"] !== void 0 || isUnusableRequest(error)) return false;
  return !/terminated|fetch/.test(String(error["message"]));
}
function isUnusableRequest(error) {
  return causesOf(error).some(
    ({ code, message }) => code === "ERR_INVALID_URL" || /invalid header value|invalid url/i.test(String(message))
  );
}
function withCauses(error) {
  return causesOf(error).map(({ message }) => message).filter((message) => typeof message === "string" && message !== "").join(": ");
}
function causesOf(error) {
  const causes = [error];
  for (let cause = error["cause"]; isFields2(cause) && causes.length < 4; cause = cause["cause"])
    causes.push(cause);
  return causes;
}
function fieldsOf(value) {
  return isFields2(value) ? value : {};
}
function isFields2(value) {
  return typeof value === "object" && value !== null;
}
function firstText(...values) {
  return values.find((value) => typeof value === "string" && value !== "") ?? null;
}

// src/adapters/api-client/vendor-client.ts
function vendorClient(account, vendor) {
  const { model } = account;
  const most = mostOutputTokens(model);
  return {
    complete: async ({ prompt, signal, onFirstEvent }) => {
      const watch = idleWatch({ idleMs: model.idleMs, signal });
      const tap = new AnswerTap({ mostOutputTokens: most, onBytes: watch.touch });
      const reader = vendor.reader();
      const onEvent = once(onFirstEvent);
      const timeoutMs = model.idleMs + 6e4;
      const start = performance.now();
      const received = await receive({ reader, tap, model }, async () => {
        const fetch = sealedFetch(account, tap);
        const stream = await vendor.open({ model, fetch, signal: watch.signal, timeoutMs }, prompt);
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
function faultOf(facts, { apiKey }, bill) {
  return { kind: "fault", fault: classifyFault(facts, apiKey === null ? [] : [apiKey]), bill };
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
    return [name, isObject(own) && isObject(value) ? { ...own, ...value } : value];
  });
  return { ...body, ...Object.fromEntries(merged) };
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/core/generation/reported-usage.ts
function reportedUsage(counts) {
  const { input, cacheRead, cacheWrite, output, reasoning } = counts;
  const [read, written] = [cacheRead ?? 0, cacheWrite ?? 0];
  const isFreshOnly = counts.counting === "fresh" || input !== null && input < read;
  return {
    inputTokens: input !== null && isFreshOnly ? input + read + written : input,
    cachedInputTokens: read,
    cacheWriteTokens: cacheWrite,
    outputTokens: output,
    reasoningTokens: reasoning
  };
}
function countAt(value, ...path) {
  const [name, ...rest] = path;
  if (name === void 0) return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null;
  if (typeof value !== "object" || value === null || Array.isArray(value) || !Object.hasOwn(value, name))
    return null;
  return countAt(Object.entries(value).find(([key]) => key === name)?.[1], ...rest);
}

export {
  noticed,
  vendorClient,
  mergeParams,
  reportedUsage,
  countAt
};
