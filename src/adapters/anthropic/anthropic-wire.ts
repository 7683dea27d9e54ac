import * as z from 'zod';
import {
  frame,
  type CacheablePrefix,
  type Turn,
  type TurnEnd,
  type Wire,
  type WireError,
} from '../api-client/wire.ts';

const cacheControl = z
  .object({ type: z.literal('ephemeral'), ttl: z.enum(['5m', '1h']).optional() })
  .nullish();
const textBlock = z.object({ type: z.literal('text'), text: z.string(), cache_control: cacheControl });
const textBlocks = z.union([z.string(), z.array(textBlock)]);
const request = z.object({
  model: z.string(),
  max_tokens: z.number(),
  stream: z.boolean().optional(),
  cache_control: cacheControl,
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
  // The smallest minimum is that of the newest models, the largest 4,096 (docs/models.md).
  cache: { leastTokens: 512, lifetimeMs: 5 * 60_000 },
  readRequest: (body) => {
    const { success, data } = request.safeParse(body);
    const cacheable = success ? markedIn(data) : [];
    if (!success || cacheable.length > mostMarks) return null;
    return {
      model: data.model,
      system: plain(data.system ?? ''),
      user: data.messages.map(({ content }) => plain(content)).join('\n'),
      isStreamed: data.stream === true,
      cacheable,
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
      usage: outputUsage(turn),
    }),
    named({ type: 'message_stop' }),
  ],
  whole: (turn) => ({
    ...shell(turn),
    content: [{ type: 'text', text: turn.pieces.join(''), citations: null }],
    stop_reason: stopReasons[turn.end],
    stop_details: stopDetails(turn),
    usage: { ...inputUsage(turn), ...outputUsage(turn) },
  }),
  errorBody,
  errorFrame: (error) => frame(errorBody(error), 'error'),
};

const mostMarks = 4;

// Each mark means everything before it: system first, then the messages. A mark of the whole request is one at its end.
function markedIn(data: z.infer<typeof request>): readonly CacheablePrefix[] {
  const system = blocksOf(data.system ?? '');
  const messages = data.messages.flatMap(({ content }) => blocksOf(content));
  const whole = { system: joined(system), user: joined(messages) };
  return [
    ...endsOf(system).map((text) => ({ system: text, user: '' })),
    ...endsOf(messages).map((text) => ({ ...whole, user: text })),
    ...(isMarked(data) ? [whole] : []),
  ];
}

type Block = z.infer<typeof textBlock>;

function blocksOf(content: z.infer<typeof textBlocks>): readonly Block[] {
  return typeof content === 'string' ? [{ type: 'text', text: content }] : content;
}

function endsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block, index) => (isMarked(block) ? [joined(blocks.slice(0, index + 1))] : []));
}

function isMarked({ cache_control: control }: Pick<Block, 'cache_control'>): boolean {
  return control !== null && control !== undefined;
}

function joined(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text).join('\n');
}

function plain(content: z.infer<typeof textBlocks>): string {
  return joined(blocksOf(content));
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
    input_tokens: tokens.input - tokens.cached - tokens.written,
    cache_read_input_tokens: tokens.cached,
    cache_creation_input_tokens: tokens.written,
    cache_creation: { ephemeral_5m_input_tokens: tokens.written, ephemeral_1h_input_tokens: 0 },
  };
}

function outputUsage({ tokens }: Turn) {
  return {
    output_tokens: tokens.output,
    output_tokens_details: { thinking_tokens: tokens.reasoning },
  };
}

function errorBody({ type, message }: WireError): unknown {
  return { type: 'error', error: { type, message }, request_id: 'req_simulated' };
}
