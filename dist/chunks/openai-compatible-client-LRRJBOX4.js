import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  chatReader
} from "./chunk-HXH7HLJ4.js";
import {
  mergeParams,
  vendorClient
} from "./chunk-GP52KYRX.js";
import "./chunk-FZJSYKI2.js";
import "./chunk-WK53CAU2.js";
import "./chunk-WMJANERN.js";
import {
  openOpenai
} from "./chunk-OSIHJ334.js";
import "./chunk-432DJ6LD.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-P6BWDRRG.js";
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
