import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  providers
} from "./chunk-WSJ3JF5A.js";

// src/adapters/anthropic/open-anthropic.ts
var clients = /* @__PURE__ */ new WeakMap();
async function openAnthropic({ model, fetch, timeoutMs }) {
  const known = clients.get(fetch);
  if (known !== void 0) return known;
  const { default: Client } = await loadAnthropic();
  const client = new Client({
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
  clients.set(fetch, client);
  return client;
}
async function loadAnthropic() {
  return import("./sdk-WKS5MSXW.js");
}

export {
  openAnthropic,
  loadAnthropic
};
