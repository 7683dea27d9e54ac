import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  mergeParams,
  vendorClient
} from "./chunk-GP52KYRX.js";
import "./chunk-FZJSYKI2.js";
import "./chunk-WK53CAU2.js";
import {
  messageReader
} from "./chunk-YUVIN7GD.js";
import "./chunk-WMJANERN.js";
import {
  openAnthropic
} from "./chunk-647OI5TC.js";
import "./chunk-432DJ6LD.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-P6BWDRRG.js";
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
