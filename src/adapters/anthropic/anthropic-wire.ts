import { z } from 'zod';
import { frame, type Turn, type TurnEnd, type Wire, type WireError } from '../api-client/wire.ts';

const textBlocks = z.union([z.string(), z.array(z.object({ type: z.literal('text'), text: z.string() }))]);
const request = z.object({
  model: z.string(),
  max_tokens: z.number(),
  stream: z.boolean().optional(),
  system: textBlocks.optional(),
  messages: z.array(z.object({ role: z.string(), content: textBlocks })).min(1),
});

const stopReasons: Readonly<Record<TurnEnd, string>> = {
  complete: 'end_turn',
  truncated: 'max_tokens',
  refused: 'refusal',
  paused: 'pause_turn',
  failed: 'end_turn',
};

/** Anthropic's Messages format. */
export const anthropicWire: Wire = {
  basePath: '',
  path: '/v1/messages',
  requestIdHeader: 'request-id',
  readRequest: (body) => {
    const { success, data } = request.safeParse(body);
    if (!success) return null;
    return {
      model: data.model,
      system: plain(data.system ?? ''),
      user: data.messages.map(({ content }) => plain(content)).join('\n'),
      isStreamed: data.stream === true,
    };
  },
  frames: (turn) => [
    named({
      type: 'message_start',
      message: { ...shell(turn), usage: { ...inputUsage(turn), output_tokens: 1 } },
    }),
    named({
      type: 'content_block_start',
      index: 0,
      content_block: { type: 'text', text: '', citations: null },
    }),
    named({ type: 'ping' }),
    ...turn.pieces.map((text) =>
      named({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }),
    ),
    named({ type: 'content_block_stop', index: 0 }),
    named({
      type: 'message_delta',
      delta: { stop_reason: stopReasons[turn.end], stop_sequence: null, stop_details: stopDetails(turn) },
      usage: { output_tokens: turn.tokens.output },
    }),
    named({ type: 'message_stop' }),
  ],
  whole: (turn) => ({
    ...shell(turn),
    content: [{ type: 'text', text: turn.pieces.join(''), citations: null }],
    stop_reason: stopReasons[turn.end],
    stop_details: stopDetails(turn),
    usage: { ...inputUsage(turn), output_tokens: turn.tokens.output },
  }),
  errorBody,
  errorFrame: (error) => frame(errorBody(error), 'error'),
};

function plain(content: z.infer<typeof textBlocks>): string {
  return typeof content === 'string' ? content : content.map(({ text }) => text).join('\n');
}

function named<Data extends { readonly type: string }>(data: Data): string {
  return frame(data, data.type);
}

function shell({ id, model }: Turn) {
  return {
    id: `msg_${id}`,
    type: 'message',
    role: 'assistant',
    model,
    content: [],
    stop_reason: null,
    stop_sequence: null,
  };
}

function stopDetails({ end }: Turn) {
  return end === 'refused' ? { type: 'refusal', category: 'cyber', explanation: null } : null;
}

function inputUsage({ tokens }: Turn) {
  return {
    input_tokens: tokens.input - tokens.cached,
    cache_read_input_tokens: tokens.cached,
    cache_creation_input_tokens: 0,
  };
}

function errorBody({ type, message }: WireError): unknown {
  return { type: 'error', error: { type, message }, request_id: 'req_simulated' };
}
