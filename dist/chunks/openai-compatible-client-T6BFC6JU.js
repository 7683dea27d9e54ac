import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  chatReader
} from "./chunk-XC4AYLVP.js";
import {
  mergeParams,
  vendorClient
} from "./chunk-XNELTC6M.js";
import "./chunk-SBDA7YDG.js";
import "./chunk-DMEI3E3J.js";
import "./chunk-U7WEBYU2.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-XOTWT6AN.js";
import "./chunk-432DJ6LD.js";
import {
  openOpenai
} from "./chunk-ICRM4JJA.js";
import "./chunk-CORNI7BR.js";
import "./chunk-SD2MCWGB.js";
import "./chunk-I5ZENGQ2.js";
import "./chunk-3PQERWFJ.js";
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
