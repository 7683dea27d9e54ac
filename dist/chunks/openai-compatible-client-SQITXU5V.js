import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  chatReader
} from "./chunk-2LQIKBZI.js";
import {
  openOpenai
} from "./chunk-MW7M3JME.js";
import {
  mergeParams,
  vendorClient
} from "./chunk-KU3YXNI6.js";
import "./chunk-IWQ64W36.js";
import "./chunk-DMEI3E3J.js";
import "./chunk-PKHYIDDD.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-HWESQXZ2.js";
import "./chunk-432DJ6LD.js";
import "./chunk-H2QBO6LZ.js";
import "./chunk-PSOCJK5S.js";
import "./chunk-I5ZENGQ2.js";
import "./chunk-A7RSTFOV.js";
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
