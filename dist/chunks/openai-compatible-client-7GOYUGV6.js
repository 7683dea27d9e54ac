import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  chatReader
} from "./chunk-2LQIKBZI.js";
import {
  openOpenai
} from "./chunk-L3NTPYBG.js";
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
import "./chunk-432DJ6LD.js";
import "./chunk-S5G42OG5.js";
import "./chunk-CJKLWDHO.js";
import "./chunk-A7RSTFOV.js";
import "./chunk-Y2JW6ZAN.js";
import "./chunk-TZXIYNRP.js";

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
