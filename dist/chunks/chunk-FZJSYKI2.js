import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  redact,
  retryAfterOf
} from "./chunk-WK53CAU2.js";
import {
  factsOf
} from "./chunk-432DJ6LD.js";
import {
  estimateInputTokens,
  providers,
  sizeOf
} from "./chunk-WSJ3JF5A.js";

// src/core/generation/bill.ts
function billFor(of) {
  const { reported } = of;
  const { cacheWriteTokens, hourCacheWriteTokens, reasoningTokens } = reported;
  const inputTokens = givenOr(reported.inputTokens, sizeOf(of.prompt).estimated);
  const cachedInputTokens = Math.min(reported.cachedInputTokens, inputTokens);
  const written = Math.min(estimateInputTokens(of.text), of.mostOutputTokens);
  const outputTokens = givenOr(reported.outputTokens, written);
  return {
    usage: {
      inputTokens,
      cachedInputTokens,
      ...cacheWriteTokens === null ? {} : { cacheWriteTokens: Math.min(cacheWriteTokens, inputTokens - cachedInputTokens) },
      ...hourCacheWriteTokens === void 0 ? {} : { hourCacheWriteTokens },
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
var busyNames = /* @__PURE__ */ new Set(["429", "529", ...words.flatMap(({ busy }) => busy)]);
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
  if (!/^[[{]/.test(text) || /^\[?\s*\{\s*"error"/.test(text)) return false;
  return /"object"\s*:\s*"(?:chat\.completion|response)"|"type"\s*:\s*"message"|"candidates"\s*:\s*\[/.test(
    text
  );
}
function wordsOf(value) {
  const [first] = Array.isArray(value) ? value : [value];
  if (!isFields(first)) return null;
  const error = first["error"] ?? first;
  if (typeof error === "string") return { type: null, code: null, message: error };
  if (!isFields(error)) return null;
  const said = messageFields.map((name) => error[name] ?? first[name]);
  const message = said.find((each) => typeof each === "string" && each !== "");
  if (message === void 0) return null;
  return { type: nameIn(error["type"] ?? error["status"]), code: nameIn(error["code"]), message };
}
var messageFields = ["message", "Message", "detail", "error_description", "msg", "error_msg", "title"];
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
function mostBytesFor(mostOutputTokens) {
  return 1024 * (1024 + mostOutputTokens);
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
  const status = typeof error["status"] === "number" ? error["status"] : null;
  return {
    status,
    ...bodyMark(status, error),
    ...wordsOf2(error, status),
    requestId: firstText(error["requestID"]),
    retryAfterMs: error["headers"] instanceof Headers ? retryAfterOf(error["headers"], now) : null
  };
}
function wordsOf2(error, status) {
  const body = fieldsOf(error["error"]);
  const inner = isFields2(body["error"]) ? body["error"] : body;
  const unread = typeof inner["message"] === "string" ? null : unreadBody(status, String(error["message"]));
  return {
    type: isUnusableRequest(error) ? unusableRequest : firstText(inner["type"], error["type"], unread?.type),
    code: firstText(inner["code"], error["code"], unread?.code),
    message: firstText(inner["message"], unread?.message, withCauses(error)) ?? ""
  };
}
function unreadBody(status, message) {
  const start = `${status} `;
  return status === null || !message.startsWith(start) ? null : gatewayWords(message.slice(start.length));
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

export {
  billFor,
  billForBroken,
  classifyFault,
  isRefusal,
  AnswerTap,
  idleWatch,
  readVendorError
};
