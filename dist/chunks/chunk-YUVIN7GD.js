import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  countAt,
  noticed,
  reportedUsage
} from "./chunk-432DJ6LD.js";
import {
  discriminatedUnion,
  literal,
  object,
  string,
  union,
  unknown
} from "./chunk-P6BWDRRG.js";

// src/adapters/anthropic/read-message.ts
var delta = union([
  object({ type: literal("text_delta"), text: string() }),
  object({ type: string().refine((type) => type !== "text_delta") })
]);
var block = union([
  object({ type: literal("text"), text: string() }),
  object({ type: string().refine((type) => type !== "text") })
]);
var messageEvent = discriminatedUnion("type", [
  object({
    type: literal("message_start"),
    message: object({ model: string().nullish(), usage: unknown().optional() })
  }),
  object({ type: literal("content_block_start"), content_block: block }),
  object({ type: literal("content_block_delta"), delta }),
  object({
    type: literal("message_delta"),
    delta: object({ stop_reason: string().nullish() }),
    usage: unknown().optional()
  }),
  object({ type: literal("message_stop") })
]);
var knownTypes = /* @__PURE__ */ new Set([
  "message_start",
  "content_block_start",
  "content_block_delta",
  "message_delta",
  "message_stop"
]);
var finishes = /* @__PURE__ */ new Map([
  ["end_turn", "complete"],
  ["stop_sequence", "complete"],
  ["max_tokens", "truncated"],
  ["model_context_window_exceeded", "truncated"],
  ["refusal", "refused"]
]);
var callFinishes = new Map([
  ...finishes,
  ["tool_use", "complete"]
]);
function messageReader({ mayCall } = { mayCall: false }) {
  let message = emptyMessage;
  const texts = [];
  return {
    add: (raw) => {
      const { success, data: event } = messageEvent.safeParse(raw);
      if (!success) return isKnown(raw) ? "the stream held an event that cannot be read" : null;
      if (event.type === "content_block_start") texts.push(textIn(event.content_block));
      else if (event.type === "content_block_delta") texts.push(textIn(event.delta));
      else message = messageAfter(message, event);
      return null;
    },
    // The SDK drops `ping`, so every event says something.
    isPart: () => true,
    soFar: () => ({
      hasBegun: message.hasBegun || texts.length > 0,
      text: texts.join(""),
      usage: usageOf(message)
    }),
    end: (known) => receivedOf(message, texts.join(""), { ...known, finishes: mayCall ? callFinishes : finishes })
  };
}
function textIn(part) {
  return part.text ?? "";
}
var emptyMessage = {
  model: null,
  stopReason: null,
  hasBegun: false,
  isEnded: false,
  startUsage: null,
  usages: []
};
function messageAfter(message, event) {
  switch (event.type) {
    case "message_start":
      return {
        ...message,
        model: event.message.model ?? null,
        hasBegun: true,
        startUsage: event.message.usage
      };
    case "message_delta":
      return {
        ...message,
        stopReason: event.delta.stop_reason ?? message.stopReason,
        usages: [...message.usages, event.usage]
      };
    case "message_stop":
      return { ...message, isEnded: true };
  }
}
function receivedOf(message, text, { requestedModel, requestId, finishes: known }) {
  if (!message.isEnded) return noticed("the stream ended before its last event", { requestId });
  const finish = known.get(message.stopReason ?? "");
  if (finish === void 0)
    return noticed(`the model stopped for \`${message.stopReason}\``, { requestId, isNoAnswer: true });
  return { kind: "answered", answer: { text, finish, servedBy: message.model ?? requestedModel, requestId } };
}
function isKnown(raw) {
  return typeof raw === "object" && raw !== null && "type" in raw && knownTypes.has(raw.type);
}
function usageOf({ startUsage, usages }) {
  const all = [startUsage, ...usages];
  return reportedUsage({
    counting: "fresh",
    input: largest(all, "input_tokens"),
    cacheRead: largest(all, "cache_read_input_tokens"),
    cacheWrite: largest(all, "cache_creation_input_tokens"),
    hourCacheWrite: largest(all, "cache_creation", "ephemeral_1h_input_tokens"),
    output: largest(usages, "output_tokens"),
    reasoning: largest(usages, "output_tokens_details", "thinking_tokens")
  });
}
function largest(usages, ...path) {
  const counts = usages.flatMap((usage) => countAt(usage, ...path) ?? []);
  return counts.length === 0 ? null : Math.max(...counts);
}

export {
  messageReader
};
