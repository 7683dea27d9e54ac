import * as z from 'zod';
import { noticed, type Received, type StreamReader } from '../api-client/received.ts';
import type { Completion } from '../../core/generation/completion.ts';
import { countAt, reportedUsage, type ReportedUsage } from '../../core/generation/reported-usage.ts';

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
    message: z.object({ model: z.string().nullish(), usage: z.unknown().optional() }),
  }),
  z.object({ type: z.literal('content_block_start'), content_block: block }),
  z.object({ type: z.literal('content_block_delta'), delta }),
  z.object({
    type: z.literal('message_delta'),
    delta: z.object({ stop_reason: z.string().nullish() }),
    usage: z.unknown().optional(),
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

// The last words of an answer that calls tools of whoever asked.
const callFinishes: ReadonlyMap<string, Completion['finish']> = new Map([
  ...finishes,
  ['tool_use', 'complete'],
]);

/** A reader for one stream. An agent's own tools may be called where `mayCall`; we never ask for tools ourselves. */
export function messageReader({ mayCall } = { mayCall: false }): StreamReader {
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
    // The SDK drops `ping`, so every event says something.
    isPart: () => true,
    soFar: () => ({
      hasBegun: message.hasBegun || texts.length > 0,
      text: texts.join(''),
      usage: usageOf(message),
    }),
    end: (known) =>
      receivedOf(message, texts.join(''), { ...known, finishes: mayCall ? callFinishes : finishes }),
  };
}

function textIn(part: { readonly type: string; readonly text?: string }): string {
  return part.text ?? '';
}

type Message = {
  readonly model: string | null;
  readonly stopReason: string | null;
  readonly hasBegun: boolean;
  readonly isEnded: boolean;
  /** Token counts of the first event, whose output count is not the total. */
  readonly startUsage: unknown;
  /** Token counts of later events. */
  readonly usages: readonly unknown[];
};

const emptyMessage: Message = {
  model: null,
  stopReason: null,
  hasBegun: false,
  isEnded: false,
  startUsage: null,
  usages: [],
};

function messageAfter(
  message: Message,
  event: Exclude<z.infer<typeof messageEvent>, { type: 'content_block_delta' | 'content_block_start' }>,
): Message {
  switch (event.type) {
    case 'message_start':
      return {
        ...message,
        model: event.message.model ?? null,
        hasBegun: true,
        startUsage: event.message.usage,
      };
    case 'message_delta':
      return {
        ...message,
        stopReason: event.delta.stop_reason ?? message.stopReason,
        usages: [...message.usages, event.usage],
      };
    case 'message_stop':
      return { ...message, isEnded: true };
  }
}

type Known = {
  readonly requestedModel: string;
  readonly requestId: string | null;
  readonly finishes: typeof finishes;
};

function receivedOf(
  message: Message,
  text: string,
  { requestedModel, requestId, finishes: known }: Known,
): Received {
  if (!message.isEnded) return noticed('the stream ended before its last event', { requestId });
  // Where nobody asked for tools or pauses, the answer is incomplete after `tool_use` and `pause_turn`.
  const finish = known.get(message.stopReason ?? '');
  if (finish === undefined)
    return noticed(`the model stopped for \`${message.stopReason}\``, { requestId, isNoAnswer: true });
  return { kind: 'answered', answer: { text, finish, servedBy: message.model ?? requestedModel, requestId } };
}

function isKnown(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && 'type' in raw && knownTypes.has(raw.type);
}

// Anthropic does not count cached tokens as input. Counts grow from event to event; gateways send zeros in some.
function usageOf({ startUsage, usages }: Message): ReportedUsage {
  const all = [startUsage, ...usages];
  return reportedUsage({
    counting: 'fresh',
    input: largest(all, 'input_tokens'),
    cacheRead: largest(all, 'cache_read_input_tokens'),
    cacheWrite: largest(all, 'cache_creation_input_tokens'),
    hourCacheWrite: largest(all, 'cache_creation', 'ephemeral_1h_input_tokens'),
    output: largest(usages, 'output_tokens'),
    reasoning: largest(usages, 'output_tokens_details', 'thinking_tokens'),
  });
}

function largest(usages: readonly unknown[], ...path: readonly string[]): number | null {
  const counts = usages.flatMap((usage) => countAt(usage, ...path) ?? []);
  return counts.length === 0 ? null : Math.max(...counts);
}
