import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  frame
} from "./chunk-LJN755S2.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import {
  _enum,
  array,
  boolean,
  literal,
  number,
  object,
  string,
  union
} from "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";

// src/adapters/anthropic/anthropic-wire.ts
var cacheControl = object({ type: literal("ephemeral"), ttl: _enum(["5m", "1h"]).optional() }).nullish();
var textBlock = object({ type: literal("text"), text: string(), cache_control: cacheControl });
var textBlocks = union([string(), array(textBlock)]);
var request = object({
  model: string(),
  max_tokens: number(),
  stream: boolean().optional(),
  cache_control: cacheControl,
  system: textBlocks.optional(),
  messages: array(object({ role: string(), content: textBlocks })).min(1)
});
var stopReasons = {
  complete: "end_turn",
  truncated: "max_tokens",
  refused: "refusal",
  paused: "pause_turn",
  failed: "end_turn"
};
var anthropicWire = {
  basePath: "",
  path: "/v1/messages",
  requestIdHeader: "request-id",
  // The smallest minimum is that of the newest models, the largest 4,096 (docs/models.md).
  cache: { leastTokens: 512, lifetimeMs: 5 * 6e4 },
  readRequest: (body) => {
    const { success, data } = request.safeParse(body);
    const cacheable = success ? markedIn(data) : [];
    if (!success || cacheable.length > mostMarks) return null;
    return {
      model: data.model,
      system: plain(data.system ?? ""),
      user: data.messages.map(({ content }) => plain(content)).join("\n"),
      isStreamed: data.stream === true,
      cacheable
    };
  },
  frames: (turn) => [
    named({
      type: "message_start",
      message: { ...shell(turn), usage: { ...inputUsage(turn), output_tokens: 1 } }
    }),
    named({
      type: "content_block_start",
      index: 0,
      content_block: { type: "text", text: "", citations: null }
    }),
    named({ type: "ping" }),
    ...turn.pieces.map(
      (text) => named({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text } })
    ),
    named({ type: "content_block_stop", index: 0 }),
    named({
      type: "message_delta",
      delta: { stop_reason: stopReasons[turn.end], stop_sequence: null, stop_details: stopDetails(turn) },
      usage: outputUsage(turn)
    }),
    named({ type: "message_stop" })
  ],
  whole: (turn) => ({
    ...shell(turn),
    content: [{ type: "text", text: turn.pieces.join(""), citations: null }],
    stop_reason: stopReasons[turn.end],
    stop_details: stopDetails(turn),
    usage: { ...inputUsage(turn), ...outputUsage(turn) }
  }),
  errorBody,
  errorFrame: (error) => frame(errorBody(error), "error")
};
var mostMarks = 4;
function markedIn(data) {
  const system = blocksOf(data.system ?? "");
  const messages = data.messages.flatMap(({ content }) => blocksOf(content));
  const whole = { system: joined(system), user: joined(messages) };
  return [
    ...endsOf(system).map((text) => ({ system: text, user: "" })),
    ...endsOf(messages).map((text) => ({ ...whole, user: text })),
    ...isMarked(data) ? [whole] : []
  ];
}
function blocksOf(content) {
  return typeof content === "string" ? [{ type: "text", text: content }] : content;
}
function endsOf(blocks) {
  return blocks.flatMap((block, index) => isMarked(block) ? [joined(blocks.slice(0, index + 1))] : []);
}
function isMarked({ cache_control: control }) {
  return control !== null && control !== void 0;
}
function joined(blocks) {
  return blocks.map(({ text }) => text).join("\n");
}
function plain(content) {
  return joined(blocksOf(content));
}
function named(data) {
  return frame(data, data.type);
}
function shell({ id, model }) {
  return {
    id: `msg_${id}`,
    type: "message",
    role: "assistant",
    model,
    content: [],
    stop_reason: null,
    stop_sequence: null
  };
}
function stopDetails({ end }) {
  return end === "refused" ? { type: "refusal", category: "cyber", explanation: null } : null;
}
function inputUsage({ tokens }) {
  return {
    input_tokens: tokens.input - tokens.cached - tokens.written,
    cache_read_input_tokens: tokens.cached,
    cache_creation_input_tokens: tokens.written,
    cache_creation: { ephemeral_5m_input_tokens: tokens.written, ephemeral_1h_input_tokens: 0 }
  };
}
function outputUsage({ tokens }) {
  return {
    output_tokens: tokens.output,
    output_tokens_details: { thinking_tokens: tokens.reasoning }
  };
}
function errorBody({ type, message }) {
  return { type: "error", error: { type, message }, request_id: "req_simulated" };
}
export {
  anthropicWire
};
