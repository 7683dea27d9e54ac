import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  countAt,
  noticed,
  reportedUsage
} from "./chunk-432DJ6LD.js";
import {
  array,
  number,
  object,
  record,
  string,
  union,
  unknown
} from "./chunk-P6BWDRRG.js";

// src/adapters/openai/read-chat.ts
var text = string().nullish();
var part = object({ type: string().nullish(), text });
var content = union([string(), array(union([string(), part]))]).nullish();
var chatChunk = object({
  model: text,
  choices: array(
    object({
      index: number().nullish(),
      delta: object({ content, refusal: text }).nullish(),
      finish_reason: text
    })
  ).nullish(),
  usage: unknown().optional()
});
var anyChunk = object({
  choices: array(object({ delta: record(string(), unknown()).nullish(), finish_reason: text })).nullish()
});
var finishes = /* @__PURE__ */ new Map([
  ["stop", "complete"],
  ["length", "truncated"],
  ["content_filter", "refused"]
]);
var callFinishes = new Map([
  ...finishes,
  ["tool_calls", "complete"],
  ["function_call", "complete"]
]);
function chatReader({ mayCall } = { mayCall: false }) {
  const chunks = [];
  return {
    add: (raw) => {
      const { success, data: chunk } = chatChunk.safeParse(raw);
      if (!success) return "the stream held a chunk that cannot be read";
      chunks.push(chunk);
      return null;
    },
    isPart: (raw) => {
      const { success, data } = anyChunk.safeParse(raw);
      return !success || (data.choices ?? []).some(({ delta, ...end }) => saysAny({ ...delta, ...end }));
    },
    soFar: () => soFar(chunks),
    end: (known) => receivedOf(chunks, { ...known, finishes: mayCall ? callFinishes : finishes })
  };
}
function soFar(chunks) {
  const choices = choicesOf(chunks);
  return {
    hasBegun: choices.length > 0,
    text: choices.map(({ delta }) => textOf(delta?.content)).join(""),
    usage: usageOf(chunks.findLast(({ usage }) => isGiven(usage))?.usage)
  };
}
function choicesOf(chunks) {
  return chunks.flatMap((chunk) => chunk.choices ?? []).filter(({ index }) => (index ?? 0) === 0);
}
function receivedOf(chunks, { requestedModel, requestId, finishes: known }) {
  const choices = choicesOf(chunks);
  const finishReason = choices.findLast(({ finish_reason }) => isGiven(finish_reason))?.finish_reason;
  if (!isGiven(finishReason)) return noticed("the stream ended before its finish reason", { requestId });
  const hasRefusal = choices.some(({ delta }) => isGiven(delta?.refusal) && delta?.refusal !== "");
  const finish = hasRefusal ? "refused" : known.get(finishReason);
  if (finish === void 0)
    return noticed(`the model stopped for \`${finishReason}\``, { requestId, isNoAnswer: true });
  const { text: text2 } = soFar(chunks);
  const servedBy = chunks.findLast(({ model }) => isGiven(model) && model !== "")?.model ?? requestedModel;
  return { kind: "answered", answer: { text: text2, finish, servedBy, requestId } };
}
function saysAny(fields) {
  return Object.entries(fields).some(([name, value]) => name !== "role" && isGiven(value) && !isEmpty(value));
}
function isEmpty(value) {
  return value === "" || Array.isArray(value) && value.length === 0;
}
function textOf(given) {
  if (given === null || given === void 0 || typeof given === "string") return given ?? "";
  return given.map((each) => typeof each === "string" ? each : textOfPart(each)).join("");
}
function textOfPart({ type, text: said }) {
  return isGiven(type) && !["text", "output_text"].includes(type) ? "" : said ?? "";
}
function isGiven(value) {
  return value !== null && value !== void 0;
}
function usageOf(usage) {
  return reportedUsage({
    counting: "all",
    input: countAt(usage, "prompt_tokens"),
    cacheRead: countAt(usage, "prompt_tokens_details", "cached_tokens"),
    cacheWrite: countAt(usage, "prompt_tokens_details", "cache_write_tokens"),
    output: countAt(usage, "completion_tokens"),
    reasoning: countAt(usage, "completion_tokens_details", "reasoning_tokens")
  });
}

export {
  chatReader
};
