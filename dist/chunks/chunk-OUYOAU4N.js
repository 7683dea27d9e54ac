import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  countAt,
  noticed,
  reportedUsage
} from "./chunk-432DJ6LD.js";
import {
  _enum,
  array,
  discriminatedUnion,
  literal,
  object,
  string,
  unknown
} from "./chunk-P6BWDRRG.js";

// src/adapters/openai/read-response.ts
var text = string().nullish();
var part = object({ type: string(), text });
var response = object({
  status: text,
  model: text,
  error: object({ code: text, message: text }).nullish(),
  incomplete_details: object({ reason: text }).nullish(),
  output: array(object({ type: string(), content: array(part).nullish() })).nullish(),
  usage: unknown().optional()
});
var responseEvent = discriminatedUnion("type", [
  object({ type: literal("response.output_text.delta"), delta: string() }),
  object({
    type: _enum(["response.completed", "response.incomplete", "response.failed", "response.cancelled"]),
    response
  }),
  object({ type: literal("error"), code: text, message: text })
]);
var knownTypes = /* @__PURE__ */ new Set([
  "response.output_text.delta",
  "response.completed",
  "response.incomplete",
  "response.failed",
  "response.cancelled",
  "error"
]);
function responseReader() {
  const deltas = [];
  let final = null;
  let hasBegun = false;
  return {
    add: (raw) => {
      hasBegun ||= isOfResponse(raw);
      const { success, data: event } = responseEvent.safeParse(raw);
      if (!success) return isKnown(raw) ? "the stream held an event that cannot be read" : null;
      if (event.type === "response.output_text.delta") deltas.push(event.delta);
      else if (event.type === "error") final = { status: "failed", error: event, usage: null };
      else final = event.response;
      return null;
    },
    isPart: (raw) => isOfResponse(raw) && !isWaiting(raw),
    soFar: () => ({
      hasBegun,
      text: (final === null ? null : textOf(final)) ?? deltas.join(""),
      usage: usageOf(final?.usage)
    }),
    end: ({ requestedModel, requestId }) => {
      if (final === null) return noticed("the stream ended before its last event", { requestId });
      const finish = finishOf(final);
      if (finish === null) return failed(final, requestId);
      const answer = {
        text: textOf(final) ?? deltas.join(""),
        finish,
        servedBy: final.model ?? requestedModel,
        requestId
      };
      return { kind: "answered", answer };
    }
  };
}
function isOfResponse(raw) {
  return typeof raw === "object" && raw !== null && "type" in raw && String(raw.type).startsWith("response.");
}
function isWaiting(raw) {
  const type = typeof raw === "object" && raw !== null && "type" in raw ? raw.type : null;
  return type === "response.queued" || type === "response.in_progress";
}
function isKnown(raw) {
  return typeof raw === "object" && raw !== null && "type" in raw && knownTypes.has(raw.type);
}
function finishOf(final) {
  if (final.status === "completed") return hasRefusal(final) ? "refused" : "complete";
  if (final.status !== "incomplete") return null;
  const reason = final.incomplete_details?.reason;
  if (reason === "content_filter") return "refused";
  return reason === "max_output_tokens" ? "truncated" : null;
}
function hasRefusal({ output }) {
  return (output ?? []).some(({ content }) => (content ?? []).some(({ type }) => type === "refusal"));
}
function failed(final, requestId) {
  const reason = final.error?.message ?? final.incomplete_details?.reason ?? "no reason given";
  return noticed(`the response is ${final.status}: ${reason}`, {
    code: final.error?.code ?? null,
    requestId,
    isNoAnswer: true
  });
}
function textOf({ output }) {
  const parts = (output ?? []).flatMap(({ content }) => content ?? []);
  const texts = parts.flatMap(({ type, text: value }) => type === "output_text" ? [value ?? ""] : []);
  return texts.length === 0 ? null : texts.join("");
}
function usageOf(usage) {
  return reportedUsage({
    counting: "all",
    input: countAt(usage, "input_tokens"),
    cacheRead: countAt(usage, "input_tokens_details", "cached_tokens"),
    cacheWrite: countAt(usage, "input_tokens_details", "cache_write_tokens"),
    output: countAt(usage, "output_tokens"),
    reasoning: countAt(usage, "output_tokens_details", "reasoning_tokens")
  });
}

export {
  responseReader
};
