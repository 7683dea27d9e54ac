import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  redact,
  retryAfterOf
} from "./chunk-RC5AYB7S.js";
import {
  estimateInputTokens
} from "./chunk-4TCD3GWD.js";
import {
  sealedFetch
} from "./chunk-CATGRWJX.js";
import {
  providers
} from "./chunk-TW6MWD2I.js";

// src/core/generation/checked-usage.ts
function checkedUsage(completion, prompt) {
  const { usage } = completion;
  const sent = prompt.system + prompt.user;
  if (usage.inputTokens === 0 && usage.outputTokens === 0)
    return {
      ...completion,
      isUsageEstimated: true,
      usage: {
        inputTokens: estimateInputTokens(sent),
        cachedInputTokens: 0,
        outputTokens: estimateInputTokens(completion.text)
      }
    };
  const isLong = sent.length > shortestCut && usage.inputTokens > 0;
  if (!isLong || sent.length / usage.inputTokens < mostCharactersPerToken) return completion;
  return {
    cut: `the server read ${usage.inputTokens} tokens of a prompt of ${sent.length} characters: its context is too small (Ollama: num_ctx)`
  };
}
var mostCharactersPerToken = 16;
var shortestCut = 8e3;

// src/core/generation/classify-fault.ts
function classifyFault(facts, secrets) {
  const status = facts.status === null ? "" : `${facts.status} `;
  return {
    kind: kindOf(facts),
    detail: redact(`${status}${facts.message}`, secrets),
    status: facts.status,
    requestId: facts.requestId,
    retryAfterMs: facts.retryAfterMs
  };
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
  if (status === null) return hasName(facts, configNames) ? "config" : "transient";
  return isTransientStatus(status) || isTokenRate(facts) ? "transient" : "config";
}
function isQuota(facts) {
  if (facts.status === 402 || hasName(facts, quotaNames)) return true;
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

// src/adapters/api-client/idle-watch.ts
function idleWatch(options) {
  const controller = new AbortController();
  let idle = false;
  const giveUp = () => {
    idle = true;
    controller.abort();
  };
  const abort = () => controller.abort();
  if (options.signal.aborted) abort();
  options.signal.addEventListener("abort", abort, { once: true });
  let timer = setTimeout(giveUp, options.idleMs);
  return {
    signal: controller.signal,
    wasIdle: () => idle,
    touch: () => {
      clearTimeout(timer);
      if (!controller.signal.aborted) timer = setTimeout(giveUp, options.idleMs);
    },
    stop: () => {
      clearTimeout(timer);
      options.signal.removeEventListener("abort", abort);
    }
  };
}

// src/adapters/api-client/read-vendor-error.ts
function readVendorError(error, now) {
  if (!isFields(error) || typeof error["message"] !== "string" || isProgrammingError(error)) return null;
  const body = fieldsOf(error["error"]);
  const inner = isFields(body["error"]) ? body["error"] : body;
  return {
    status: typeof error["status"] === "number" ? error["status"] : null,
    type: isUnusableRequest(error) ? unusableRequest : firstText(inner["type"], error["type"]),
    code: firstText(inner["code"], error["code"]),
    message: firstText(inner["message"], withCauses(error)) ?? "",
    requestId: firstText(error["requestID"]),
    retryAfterMs: error["headers"] instanceof Headers ? retryAfterOf(error["headers"], now) : null
  };
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
  for (let cause = error["cause"]; isFields(cause) && causes.length < 4; cause = cause["cause"])
    causes.push(cause);
  return causes;
}
function fieldsOf(value) {
  return isFields(value) ? value : {};
}
function isFields(value) {
  return typeof value === "object" && value !== null;
}
function firstText(...values) {
  return values.find((value) => typeof value === "string" && value !== "") ?? null;
}

// src/adapters/api-client/received.ts
function noticed(message, known = {}) {
  return { kind: "failed", facts: factsOf(message, known) };
}
function factsOf(message, known = {}) {
  return { status: null, type: null, code: null, message, requestId: null, retryAfterMs: null, ...known };
}

// src/adapters/api-client/vendor-client.ts
function vendorClient(account, vendor) {
  const { model } = account;
  return {
    complete: async ({ prompt, signal, onFirstEvent }) => {
      const watch = idleWatch({ idleMs: model.idleMs, signal });
      const fetch = sealedFetch(account, watch.touch);
      const onEvent = once(onFirstEvent);
      const timeoutMs = model.idleMs + 6e4;
      const start = performance.now();
      const received = await receive(async () => {
        const stream = await vendor.open({ model, fetch, signal: watch.signal, timeoutMs }, prompt);
        return readStream(stream, vendor.reader(), { model, onEvent });
      }).finally(watch.stop);
      const latencyMs = performance.now() - start;
      if (received.kind === "answered") {
        const checked = checkedUsage({ ...received.answer, latencyMs }, prompt);
        if (!("cut" in checked)) return { kind: "completed", completion: checked };
        return replyOf(factsOf(checked.cut, { code: unusableRequest }), account, latencyMs);
      }
      const facts = endedByUs(watch.wasIdle(), model, signal) ?? received.facts;
      return replyOf(facts, account, latencyMs);
    }
  };
}
async function receive(stream) {
  try {
    return await stream();
  } catch (error) {
    const facts = readVendorError(error, Date.now());
    if (facts === null) throw error;
    return { kind: "failed", facts };
  }
}
async function readStream({ events, requestId }, reader, { model, onEvent }) {
  for await (const event of events) {
    onEvent();
    const problem = reader.add(event);
    if (problem !== null) return noticed(problem, { requestId });
  }
  return reader.end({ requestedModel: model.name, requestId });
}
function endedByUs(wasIdle, model, signal) {
  if (!wasIdle && !signal.aborted) return null;
  return factsOf(wasIdle ? `nothing arrived for ${model.idleMs / 1e3} s` : "the call was cancelled");
}
function replyOf(facts, { model, apiKey }, latencyMs) {
  const secrets = apiKey === null ? [] : [apiKey];
  if (!isRefusal(facts)) return { kind: "fault", fault: classifyFault(facts, secrets) };
  return {
    kind: "completed",
    completion: {
      text: "",
      finish: "refused",
      servedBy: model.name,
      requestId: facts.requestId,
      usage: { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 },
      latencyMs
    }
  };
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

export {
  noticed,
  vendorClient,
  mergeParams
};
