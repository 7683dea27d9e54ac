import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  mergeParams,
  noticed,
  vendorClient
} from "./chunk-ZKJPBRFW.js";
import "./chunk-RC5AYB7S.js";
import "./chunk-4TCD3GWD.js";
import {
  openOpenai
} from "./chunk-2LQHJ54I.js";
import "./chunk-CATGRWJX.js";
import "./chunk-TW6MWD2I.js";
import {
  external_exports
} from "./chunk-6YGDI4PO.js";
import "./chunk-TZXIYNRP.js";

// src/adapters/openai/read-chat.ts
var text = external_exports.string().nullish();
var count = external_exports.number().int().nonnegative().nullish();
var part = external_exports.object({ type: external_exports.string().nullish(), text });
var content = external_exports.union([external_exports.string(), external_exports.array(external_exports.union([external_exports.string(), part]))]).nullish();
var chatChunk = external_exports.object({
  model: text,
  choices: external_exports.array(
    external_exports.object({
      index: external_exports.number().nullish(),
      delta: external_exports.object({ content, refusal: text }).nullish(),
      finish_reason: text
    })
  ).nullish(),
  usage: external_exports.object({
    prompt_tokens: count,
    completion_tokens: count,
    prompt_tokens_details: external_exports.object({ cached_tokens: count }).nullish()
  }).nullish()
});
var finishes = /* @__PURE__ */ new Map([
  ["stop", "complete"],
  ["length", "truncated"],
  ["content_filter", "refused"]
]);
function chatReader() {
  const chunks = [];
  return {
    add: (raw) => {
      const { success, data: chunk } = chatChunk.safeParse(raw);
      if (!success) return "the stream held a chunk that cannot be read";
      chunks.push(chunk);
      return null;
    },
    end: (known) => receivedOf(chunks, known)
  };
}
function receivedOf(chunks, { requestedModel, requestId }) {
  const choices = chunks.flatMap((chunk) => chunk.choices ?? []).filter(({ index }) => (index ?? 0) === 0);
  const finishReason = choices.findLast(({ finish_reason }) => isGiven(finish_reason))?.finish_reason;
  if (!isGiven(finishReason)) return noticed("the stream ended before its finish reason", { requestId });
  const hasRefusal = choices.some(({ delta }) => isGiven(delta?.refusal) && delta?.refusal !== "");
  const finish = hasRefusal ? "refused" : finishes.get(finishReason);
  if (finish === void 0) return noticed(`the model stopped for \`${finishReason}\``, { requestId });
  const text2 = choices.map(({ delta }) => textOf(delta?.content)).join("");
  const servedBy = chunks.findLast(({ model }) => isGiven(model))?.model ?? requestedModel;
  const usage = usageOf(chunks.findLast((chunk) => isGiven(chunk.usage))?.usage ?? {});
  return { kind: "answered", answer: { text: text2, finish, servedBy, requestId, usage } };
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
  return {
    inputTokens: usage.prompt_tokens ?? 0,
    cachedInputTokens: usage.prompt_tokens_details?.cached_tokens ?? 0,
    outputTokens: usage.completion_tokens ?? 0
  };
}

// src/adapters/openai/openai-compatible-client.ts
function openaiCompatibleClient(account) {
  return vendorClient(account, { open: openChat, reader: chatReader });
}
async function openChat(call, prompt) {
  const client = await openOpenai(call);
  const { data, request_id: requestId } = await client.chat.completions.create({ ...requestBody(call.model, prompt), stream: true }, { signal: call.signal }).withResponse();
  return { events: data, requestId };
}
function requestBody(model, prompt) {
  const ceiling = Object.hasOwn(model.params, "max_completion_tokens") ? {} : { max_tokens: model.maxOutputTokens };
  const effort = model.effort === null ? {} : { reasoning_effort: model.effort };
  return {
    ...mergeParams({ ...ceiling, ...effort, stream_options: { include_usage: true } }, model.params),
    model: model.name,
    messages: [
      { role: "system", content: prompt.system },
      { role: "user", content: prompt.user }
    ]
  };
}
export {
  openaiCompatibleClient
};
