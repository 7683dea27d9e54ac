import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  providers
} from "./chunk-SD2MCWGB.js";

// src/adapters/openai/open-openai.ts
async function openOpenai({ model, fetch, timeoutMs }) {
  const { default: OpenAI } = await import("./openai-GPSVUQEH.js");
  return new OpenAI({
    baseURL: model.baseUrl ?? providers.openai.baseUrl,
    apiKey: "none",
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: "off",
    fetch
  });
}

export {
  openOpenai
};
