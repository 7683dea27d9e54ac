import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  EventStream
} from "./chunk-CPMI2QKS.js";
import {
  googleError
} from "./chunk-O4T54AAE.js";
import {
  contentReader
} from "./chunk-LR52JGBW.js";
import {
  mergeParams,
  vendorClient
} from "./chunk-GP52KYRX.js";
import "./chunk-FZJSYKI2.js";
import "./chunk-WK53CAU2.js";
import "./chunk-WMJANERN.js";
import "./chunk-432DJ6LD.js";
import "./chunk-X6HJ4QIY.js";
import {
  hasGoogleVersion,
  providers
} from "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";

// src/adapters/api-client/post-for-events.ts
async function postForEvents({ fetch, signal }, { address, body, errorIn }) {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    // Only `authorization` would be taken off on the way to another host: any other header with a key would go along.
    redirect: "manual",
    signal
  });
  if (!response.ok || response.body === null) throw httpError(response, await response.text(), errorIn);
  return { events: eventsIn(response.body, errorIn), requestId: requestIdOf(response) };
}
async function* eventsIn(body, errorIn) {
  const stream = new EventStream();
  for await (const bytes of body) {
    for (const data of stream.take(bytes)) yield unlessError(JSON.parse(data), errorIn);
  }
  const { event, strayText } = stream.end();
  const last = event === null ? null : jsonIn(event);
  if (last !== null) yield unlessError(last, errorIn);
  unlessError(jsonIn(strayText), errorIn);
}
function unlessError(value, errorIn) {
  const error = errorIn(value);
  if (error !== null) throw Object.assign(new Error(error.message), { error });
  return value;
}
function httpError(response, text, errorIn) {
  const error = errorIn(jsonIn(text));
  const headers = new Headers(response.headers);
  if (error?.retryAfter !== void 0 && !headers.has("retry-after"))
    headers.set("retry-after", error.retryAfter);
  const facts = { status: response.status, headers, requestID: requestIdOf(response), error };
  return Object.assign(new Error(movedTo(response) ?? text), facts);
}
function movedTo({ status, headers }) {
  const location = headers.get("location");
  return location === null || status < 300 || status > 399 ? null : `the server is at ${location}`;
}
function requestIdOf({ headers }) {
  return headers.get("x-request-id");
}
function jsonIn(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// src/adapters/google/google-client.ts
function googleClient(account) {
  return vendorClient(account, { open: openContent, reader: contentReader });
}
async function openContent(call, prompt) {
  const { model } = call;
  return postForEvents(call, {
    address: addressOf(model),
    body: requestBody(model, prompt),
    errorIn: googleError
  });
}
function addressOf({ baseUrl, name }) {
  const base = (baseUrl ?? providers.google.baseUrl ?? "").replace(/\/+$/, "");
  const versioned = hasGoogleVersion(base) ? base : `${base}/v1beta`;
  return new URL(`${versioned}/models/${encodeURIComponent(name)}:streamGenerateContent?alt=sse`);
}
function requestBody(model, prompt) {
  const effort = model.effort === null ? {} : { thinkingConfig: { thinkingLevel: model.effort } };
  return {
    ...mergeParams({ generationConfig: { maxOutputTokens: model.maxOutputTokens, ...effort } }, model.params),
    systemInstruction: { parts: [{ text: prompt.system }] },
    contents: [{ role: "user", parts: [{ text: prompt.user }] }]
  };
}
export {
  googleClient
};
