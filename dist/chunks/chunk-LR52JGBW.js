import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  countAt,
  noticed,
  reportedUsage
} from "./chunk-432DJ6LD.js";
import {
  array,
  boolean,
  looseObject,
  number,
  object,
  string,
  unknown
} from "./chunk-P6BWDRRG.js";

// src/adapters/google/read-content.ts
var text = string().nullish();
var part = looseObject({ text, thought: boolean().nullish() });
var candidate = object({
  index: number().nullish(),
  content: object({ parts: array(part).nullish() }).nullish(),
  finishReason: text
});
var chunkSchema = object({
  candidates: array(candidate).nullish(),
  promptFeedback: object({ blockReason: text }).nullish(),
  modelVersion: text,
  responseId: text,
  usageMetadata: unknown().optional()
});
var finishes = /* @__PURE__ */ new Map([
  ["STOP", "complete"],
  ["MAX_TOKENS", "truncated"],
  ["SAFETY", "refused"],
  ["RECITATION", "refused"],
  ["LANGUAGE", "refused"],
  ["BLOCKLIST", "refused"],
  ["PROHIBITED_CONTENT", "refused"],
  ["SPII", "refused"],
  ["MODEL_ARMOR", "refused"]
]);
function contentReader() {
  const chunks = [];
  return {
    add: (raw) => {
      const { success, data: chunk } = chunkSchema.safeParse(raw);
      if (!success) return "the stream held a chunk that cannot be read";
      chunks.push(chunk);
      return null;
    },
    isPart: (raw) => {
      const { success, data } = chunkSchema.safeParse(raw);
      return !success || hasBegun([data]);
    },
    soFar: () => soFar(chunks),
    end: (known) => receivedOf(chunks, known)
  };
}
function soFar(chunks) {
  return {
    hasBegun: hasBegun(chunks),
    // What a model thinks comes in parts of its own and is not its answer.
    text: partsOf(chunks).filter(({ thought }) => thought !== true).map((each) => each.text ?? "").join(""),
    usage: usageOf(chunks.findLast(({ usageMetadata }) => isGiven(usageMetadata))?.usageMetadata)
  };
}
function hasBegun(chunks) {
  return partsOf(chunks).length > 0 || isGiven(reasonOf(chunks));
}
function partsOf(chunks) {
  return candidatesOf(chunks).flatMap(({ content }) => content?.parts ?? []);
}
function candidatesOf(chunks) {
  return chunks.flatMap(({ candidates }) => candidates ?? []).filter(({ index }) => (index ?? 0) === 0);
}
function receivedOf(chunks, known) {
  const requestId = known.requestId ?? lastOf(chunks, ({ responseId }) => responseId);
  const reason = reasonOf(chunks);
  if (!isGiven(reason)) return noticed("the stream ended before its finish reason", { requestId });
  const finish = finishes.get(reason);
  if (finish === void 0)
    return noticed(`the model stopped for \`${reason}\``, { requestId, isNoAnswer: true });
  if (finish === "complete" && !partsOf(chunks).some(saysAny))
    return noticed("the model stopped before its first word", { requestId, isNoAnswer: true });
  const servedBy = lastOf(chunks, ({ modelVersion }) => modelVersion) ?? known.requestedModel;
  return { kind: "answered", answer: { text: soFar(chunks).text, finish, servedBy, requestId } };
}
function reasonOf(chunks) {
  if (isGiven(lastOf(chunks, ({ promptFeedback }) => promptFeedback?.blockReason)))
    return "PROHIBITED_CONTENT";
  return candidatesOf(chunks).findLast(({ finishReason }) => isGiven(finishReason))?.finishReason ?? null;
}
function saysAny(given) {
  if (given.thought === true) return false;
  return isGiven(given.text) && given.text !== "" || Object.keys(given).some((name) => !silent.has(name));
}
var silent = /* @__PURE__ */ new Set(["text", "thought", "thoughtSignature"]);
function lastOf(chunks, read) {
  return read(chunks.findLast((chunk) => isGiven(read(chunk))) ?? {}) ?? null;
}
function isGiven(value) {
  return value !== null && value !== void 0;
}
function usageOf(usage) {
  const prompt = countAt(usage, "promptTokenCount");
  const answer = countAt(usage, "candidatesTokenCount");
  const reasoning = countAt(usage, "thoughtsTokenCount");
  return reportedUsage({
    counting: "all",
    input: prompt === null ? null : prompt + (countAt(usage, "toolUsePromptTokenCount") ?? 0),
    cacheRead: countAt(usage, "cachedContentTokenCount"),
    cacheWrite: null,
    output: answer === null && reasoning === null ? null : (answer ?? 0) + (reasoning ?? 0),
    reasoning
  });
}

export {
  contentReader
};
