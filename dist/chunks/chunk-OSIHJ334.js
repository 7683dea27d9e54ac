import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  providers
} from "./chunk-WSJ3JF5A.js";

// src/adapters/openai/open-openai.ts
var clients = /* @__PURE__ */ new WeakMap();
async function openOpenai({ model, fetch, timeoutMs }) {
  const known = clients.get(fetch);
  if (known !== void 0) return known;
  const { default: Client } = await loadOpenai();
  const client = new Client({
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
  clients.set(fetch, client);
  return client;
}
async function loadOpenai() {
  return import("./openai-GPSVUQEH.js");
}

export {
  openOpenai,
  loadOpenai
};
