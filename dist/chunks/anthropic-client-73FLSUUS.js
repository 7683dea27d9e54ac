import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  mergeParams,
  vendorClient
} from "./chunk-2G7EGLCA.js";
import "./chunk-JHWPBZ7X.js";
import "./chunk-DMEI3E3J.js";
import "./chunk-7GB3NW4C.js";
import "./chunk-DNATSLL5.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-3KUDG6AU.js";
import "./chunk-H7E5KABC.js";
import "./chunk-I5ZENGQ2.js";
import {
  messageReader
} from "./chunk-DXKDSB36.js";
import "./chunk-432DJ6LD.js";
import "./chunk-S5G42OG5.js";
import {
  openAnthropic
} from "./chunk-BVMKEOIE.js";
import "./chunk-CJKLWDHO.js";
import "./chunk-A7RSTFOV.js";
import "./chunk-Y2JW6ZAN.js";
import "./chunk-TZXIYNRP.js";

// src/adapters/anthropic/anthropic-client.ts
function anthropicClient(account) {
  return vendorClient(account, { open: openMessage, reader: messageReader });
}
async function openMessage(call, prompt) {
  const client = await openAnthropic(call);
  const { data, request_id: requestId } = await client.messages.create({ ...requestBody(call.model, prompt), stream: true }, { signal: call.signal }).withResponse();
  return { events: data, requestId: requestId ?? null };
}
function requestBody(model, prompt) {
  const own = {
    max_tokens: model.maxOutputTokens,
    ...model.effort === null ? {} : { output_config: { effort: model.effort } }
  };
  const marked = Object.hasOwn(model.params, "cache_control") ? textBlock : cachedBlock;
  return {
    max_tokens: model.maxOutputTokens,
    ...mergeParams(own, model.params),
    model: model.name,
    system: [marked(prompt.system)],
    messages: [{ role: "user", content: [marked(prompt.user)] }]
  };
}
function cachedBlock(text) {
  return { ...textBlock(text), cache_control: { type: "ephemeral" } };
}
function textBlock(text) {
  return { type: "text", text };
}
export {
  anthropicClient
};
