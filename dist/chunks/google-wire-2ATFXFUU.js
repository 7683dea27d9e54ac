import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  frame
} from "./chunk-LJN755S2.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import {
  array,
  object,
  string
} from "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";

// src/adapters/google/google-wire.ts
var content = object({ parts: array(object({ text: string() })) });
var request = object({ systemInstruction: content.optional(), contents: array(content).min(1) });
var finishReasons = {
  complete: "STOP",
  truncated: "MAX_TOKENS",
  refused: "SAFETY",
  paused: "UNEXPECTED_TOOL_CALL",
  failed: "OTHER"
};
var googleWire = {
  basePath: "",
  path: "/v1beta/models/{model}:streamGenerateContent",
  requestIdHeader: "x-request-id",
  // Implicit: nothing in a request asks for it. Google says the minimum, and for how long only "a short time".
  cache: { leastTokens: 4096, lifetimeMs: 5 * 6e4 },
  readRequest: (body, model) => {
    const { success, data } = request.safeParse(body);
    if (!success || model === null) return null;
    const system = plain(data.systemInstruction === void 0 ? [] : [data.systemInstruction]);
    const prompt = { system, user: plain(data.contents) };
    return { model, ...prompt, isStreamed: true, cacheable: [prompt] };
  },
  frames: (turn) => [
    ...turn.tokens.reasoning > 0 ? [frame(chunk(turn, said("Let me see.", { thought: true })))] : [],
    ...turn.pieces.map((text) => frame(chunk(turn, said(text)))),
    frame({
      ...chunk(turn, { ...said(""), finishReason: finishReasons[turn.end] }),
      usageMetadata: usage(turn)
    })
  ],
  whole: (turn) => ({
    ...chunk(turn, { ...said(turn.pieces.join("")), finishReason: finishReasons[turn.end] }),
    usageMetadata: usage(turn)
  }),
  errorBody,
  errorFrame: (error) => frame(errorBody(error))
};
function plain(contents) {
  return contents.flatMap(({ parts }) => parts).map(({ text }) => text).join("\n");
}
function said(text, more = {}) {
  return { content: { role: "model", parts: [{ text, ...more }] } };
}
function chunk({ id, model }, candidate) {
  return { candidates: [{ index: 0, ...candidate }], modelVersion: model, responseId: id };
}
function usage({ tokens }) {
  const counts = {
    promptTokenCount: tokens.input,
    cachedContentTokenCount: tokens.cached,
    candidatesTokenCount: tokens.output - tokens.reasoning,
    thoughtsTokenCount: tokens.reasoning,
    totalTokenCount: tokens.input + tokens.output
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
function errorBody({ status, type, code, message }) {
  const reason = code === null ? {} : { details: [{ "@type": errorInfo, reason: code }] };
  return { error: { code: status, message, status: type, ...reason } };
}
var errorInfo = "type.googleapis.com/google.rpc.ErrorInfo";
export {
  googleWire
};
