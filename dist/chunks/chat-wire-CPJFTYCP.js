import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  frame
} from "./chunk-LJN755S2.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import {
  array,
  boolean,
  object,
  string
} from "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";

// src/adapters/openai/chat-wire.ts
var request = object({
  model: string(),
  stream: boolean().optional(),
  messages: array(object({ role: string(), content: string() })).min(1)
});
var finishReasons = {
  complete: "stop",
  truncated: "length",
  refused: "content_filter",
  paused: "tool_calls",
  failed: "error"
};
var chatWire = {
  basePath: "/v1",
  path: "/chat/completions",
  requestIdHeader: "x-request-id",
  cache: { leastTokens: 1024, lifetimeMs: 5 * 6e4 },
  readRequest: (body) => {
    const { success, data } = request.safeParse(body);
    if (!success) return null;
    const textOf = (isSystem) => data.messages.filter(({ role }) => (role === "system" || role === "developer") === isSystem).map(({ content }) => content).join("\n");
    const prompt = { system: textOf(true), user: textOf(false) };
    return { model: data.model, ...prompt, isStreamed: data.stream === true, cacheable: [prompt] };
  },
  frames: (turn) => [
    chunk(turn, { delta: { role: "assistant", content: "" } }),
    ...turn.pieces.map((content) => chunk(turn, { delta: { content } })),
    chunk(turn, { delta: {}, finish_reason: finishReasons[turn.end] }),
    frame({ ...shell(turn), object: "chat.completion.chunk", choices: [], usage: usage(turn) }),
    "data: [DONE]\n\n"
  ],
  whole: (turn) => ({
    ...shell(turn),
    object: "chat.completion",
    choices: [
      {
        index: 0,
        message: { role: "assistant", content: turn.pieces.join(""), refusal: null },
        logprobs: null,
        finish_reason: finishReasons[turn.end]
      }
    ],
    usage: usage(turn)
  }),
  errorBody,
  errorFrame: (error) => frame(errorBody(error))
};
function shell({ id, model }) {
  return { id: `chatcmpl-${id}`, created: 0, model };
}
function chunk(turn, choice) {
  return frame({
    ...shell(turn),
    object: "chat.completion.chunk",
    choices: [{ index: 0, logprobs: null, finish_reason: null, ...choice }],
    usage: null
  });
}
function usage({ tokens }) {
  return {
    prompt_tokens: tokens.input,
    completion_tokens: tokens.output,
    total_tokens: tokens.input + tokens.output,
    // Most servers report no writes, because they charge nothing for them.
    prompt_tokens_details: { cached_tokens: tokens.cached },
    completion_tokens_details: { reasoning_tokens: tokens.reasoning }
  };
}
function errorBody({ type, code, message }) {
  return { error: { message, type, param: null, code } };
}
export {
  chatWire
};
