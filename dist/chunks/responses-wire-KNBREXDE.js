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
  literal,
  object,
  string,
  union
} from "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";

// src/adapters/openai/responses-wire.ts
var inputText = object({ type: literal("input_text"), text: string() });
var request = object({
  model: string(),
  stream: boolean().optional(),
  prompt_cache_key: string().max(64).nullish(),
  instructions: string().nullish(),
  input: union([
    string(),
    array(object({ role: string(), content: union([string(), array(inputText)]) }))
  ])
});
var statuses = {
  complete: "completed",
  truncated: "incomplete",
  // A refusal is a completed response; only its content part says that it is a refusal.
  refused: "completed",
  paused: "in_progress",
  failed: "failed"
};
var responsesWire = {
  basePath: "/v1",
  path: "/responses",
  requestIdHeader: "x-request-id",
  cache: { leastTokens: 1024, lifetimeMs: 30 * 6e4 },
  readRequest: (body) => {
    const { success, data } = request.safeParse(body);
    if (!success) return null;
    const prompt = { system: data.instructions ?? "", user: plain(data.input) };
    return {
      ...{ model: data.model, ...prompt, isStreamed: data.stream === true },
      ...{ cacheable: [prompt], cacheKey: data.prompt_cache_key ?? "" }
    };
  },
  frames: (turn) => {
    const events = [
      { type: "response.created", response: shell(turn) },
      { type: "response.output_item.added", output_index: 0, item: { ...message(turn), content: [] } },
      ...deltas(turn),
      { type: "response.output_item.done", output_index: 0, item: message(turn) },
      { type: `response.${statuses[turn.end]}`, response: whole(turn) }
    ];
    return events.map((event, sequence_number) => frame({ ...event, sequence_number }, event.type));
  },
  whole,
  errorBody: ({ type, code, message: text }) => ({ error: { message: text, type, param: null, code } }),
  errorFrame: ({ code, type, message: text }) => frame({ type: "error", code: code ?? type, message: text, param: null, sequence_number: 0 }, "error"),
  failedFrame: ({ id }, { code, message: text }) => {
    const type = "response.failed";
    const failed = { id, status: "failed", output: [], error: { code, message: text } };
    return frame({ type, response: failed, sequence_number: 0 }, type);
  }
};
function plain(input) {
  if (typeof input === "string") return input;
  return input.map(
    ({ content }) => typeof content === "string" ? content : content.map(({ text }) => text).join("\n")
  ).join("\n");
}
function shell({ id, model }) {
  return {
    id: `resp_${id}`,
    object: "response",
    created_at: 0,
    model,
    status: "in_progress",
    output: [],
    error: null
  };
}
function deltas(turn) {
  const place = { item_id: `item_${turn.id}`, output_index: 0, content_index: 0 };
  if (turn.end === "refused") return [{ type: "response.refusal.delta", ...place, delta: refusalText }];
  return turn.pieces.map((delta) => ({ type: "response.output_text.delta", ...place, delta, logprobs: [] }));
}
var refusalText = "I cannot help with that.";
function message(turn) {
  const content = turn.end === "refused" ? { type: "refusal", refusal: refusalText } : { type: "output_text", text: turn.pieces.join(""), annotations: [], logprobs: [] };
  return {
    id: `item_${turn.id}`,
    type: "message",
    role: "assistant",
    status: "completed",
    content: [content]
  };
}
function whole(turn) {
  const { input, cached, written, output, reasoning } = turn.tokens;
  return {
    ...shell(turn),
    status: statuses[turn.end],
    output: turn.end === "failed" ? [] : [message(turn)],
    error: turn.end === "failed" ? { code: "server_error", message: "The server had an error." } : null,
    incomplete_details: turn.end === "truncated" ? { reason: "max_output_tokens" } : null,
    usage: {
      input_tokens: input,
      input_tokens_details: { cached_tokens: cached, cache_write_tokens: written },
      output_tokens: output,
      output_tokens_details: { reasoning_tokens: reasoning },
      total_tokens: input + output
    }
  };
}
export {
  responsesWire
};
