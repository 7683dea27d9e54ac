import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
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
import {
  responseReader
} from "./chunk-OUYOAU4N.js";
import "./chunk-432DJ6LD.js";
import "./chunk-X6HJ4QIY.js";
import {
  digest,
  isOwnAddress,
  providers
} from "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";

// src/adapters/openai/prompt-cache-key.ts
function promptCacheKey({ name, baseUrl }, { system, user }) {
  if (!isOwnAddress(baseUrl, providers.openai)) return null;
  return `spec-portability-${digest({ name, system, user }).slice(0, 32)}`;
}

// src/adapters/openai/openai-client.ts
function openaiClient(account) {
  return vendorClient(account, { open: openResponse, reader: responseReader });
}
async function openResponse(call, prompt) {
  const client = await openOpenai(call);
  const { data, request_id: requestId } = await client.responses.create({ ...requestBody(call.model, prompt), stream: true }, { signal: call.signal }).withResponse();
  return { events: data, requestId };
}
function requestBody(model, prompt) {
  const cacheKey = promptCacheKey(model, prompt);
  const own = {
    max_output_tokens: model.maxOutputTokens,
    ...cacheKey === null ? {} : { prompt_cache_key: cacheKey },
    ...model.effort === null ? {} : { reasoning: { effort: model.effort } }
  };
  return {
    ...mergeParams(own, model.params),
    model: model.name,
    instructions: prompt.system,
    input: prompt.user,
    store: false
  };
}
export {
  openaiClient
};
