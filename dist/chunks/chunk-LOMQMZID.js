import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  providers
} from "./chunk-SD2MCWGB.js";

// src/adapters/anthropic/open-anthropic.ts
async function openAnthropic({ model, fetch, timeoutMs }) {
  const { default: Anthropic } = await import("./sdk-4SRMQLKK.js");
  return new Anthropic({
    baseURL: model.baseUrl ?? providers.anthropic.baseUrl,
    apiKey: "none",
    authToken: null,
    webhookKey: null,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: "off",
    openTelemetry: false,
    fetch
  });
}

export {
  openAnthropic
};
