import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  responseReader
} from "./chunk-K7KS2B7Y.js";
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
import {
  isOwnAddress,
  providers
} from "./chunk-CJKLWDHO.js";
import "./chunk-A7RSTFOV.js";
import {
  digest
} from "./chunk-RD7I5CWG.js";
import "./chunk-Y2JW6ZAN.js";
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
