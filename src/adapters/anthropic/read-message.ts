import { z } from 'zod';
import { noticed, type Received, type StreamReader } from '../api-client/received.ts';
import type { Completion, Usage } from '../../core/generation/completion.ts';

const count = z.number().int().nonnegative().nullish();
const usage = z.object({
  input_tokens: count,
  cache_creation_input_tokens: count,
  cache_read_input_tokens: count,
  output_tokens: count,
});
const delta = z.union([
  z.object({ type: z.literal('text_delta'), text: z.string() }),
  z.object({ type: z.string().refine((type) => type !== 'text_delta') }),
]);
// A gateway may send a whole block at its start.
const block = z.union([
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.string().refine((type) => type !== 'text') }),
]);
const messageEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message_start'),
    message: z.object({ model: z.string(), usage: usage.nullish() }),
  }),
  z.object({ type: z.literal('content_block_start'), content_block: block }),
  z.object({ type: z.literal('content_block_delta'), delta }),
  z.object({
    type: z.literal('message_delta'),
    delta: z.object({ stop_reason: z.string().nullish() }),
    usage: usage.nullish(),
  }),
  z.object({ type: z.literal('message_stop') }),
]);
const knownTypes: ReadonlySet<unknown> = new Set([
  'message_start',
  'content_block_start',
  'content_block_delta',
  'message_delta',
  'message_stop',
]);

const finishes: ReadonlyMap<string, Completion['finish']> = new Map([
  ['end_turn', 'complete'],
  ['stop_sequence', 'complete'],
  ['max_tokens', 'truncated'],
  ['model_context_window_exceeded', 'truncated'],
  ['refusal', 'refused'],
]);

/** A reader for one stream. */
export function messageReader(): StreamReader {
  let message = emptyMessage;
  const texts: string[] = [];
  return {
    add: (raw) => {
      const { success, data: event } = messageEvent.safeParse(raw);
      if (!success) return isKnown(raw) ? 'the stream held an event that cannot be read' : null;
      if (event.type === 'content_block_start') texts.push(textIn(event.content_block));
      else if (event.type === 'content_block_delta') texts.push(textIn(event.delta));
      else message = messageAfter(message, event);
      return null;
    },
    end: (known) => receivedOf(message, texts.join(''), known),
  };
}

function textIn(part: { readonly type: string; readonly text?: string }): string {
  return part.text ?? '';
}

type Counts = z.infer<typeof usage>;
type Message = {
  readonly model: string | null;
  readonly stopReason: string | null;
  readonly isEnded: boolean;
  readonly counts: Counts;
};

const emptyMessage: Message = { model: null, stopReason: null, isEnded: false, counts: {} };

function messageAfter(
  message: Message,
  event: Exclude<z.infer<typeof messageEvent>, { type: 'content_block_delta' | 'content_block_start' }>,
): Message {
  switch (event.type) {
    case 'message_start':
      return { ...message, model: event.message.model, counts: event.message.usage ?? {} };
    case 'message_delta':
      return {
        ...message,
        stopReason: event.delta.stop_reason ?? message.stopReason,
        counts: { ...message.counts, ...givenOf(event.usage ?? {}) },
      };
    case 'message_stop':
      return { ...message, isEnded: true };
  }
}

function receivedOf(
  message: Message,
  text: string,
  { requestedModel, requestId }: { readonly requestedModel: string; readonly requestId: string | null },
): Received {
  if (!message.isEnded) return noticed('the stream ended before its last event', { requestId });
  // Tools and pauses are never asked for, so `tool_use` and `pause_turn` leave half an answer: try again.
  const finish = finishes.get(message.stopReason ?? '');
  if (finish === undefined) return noticed(`the model stopped for \`${message.stopReason}\``, { requestId });
  const answer = { text, finish, servedBy: message.model ?? requestedModel, requestId };
  return { kind: 'answered', answer: { ...answer, usage: usageOf(message.counts) } };
}

function isKnown(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && 'type' in raw && knownTypes.has(raw.type);
}

function givenOf(counts: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).filter(([, tokens]) => typeof tokens === 'number'));
}

// Anthropic counts cached tokens beside the input, not in it.
function usageOf(counts: Counts): Usage {
  const cachedInputTokens = counts.cache_read_input_tokens ?? 0;
  return {
    inputTokens: (counts.input_tokens ?? 0) + (counts.cache_creation_input_tokens ?? 0) + cachedInputTokens,
    cachedInputTokens,
    outputTokens: counts.output_tokens ?? 0,
  };
}
