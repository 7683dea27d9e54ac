import * as z from 'zod';
import { noticed, type Received, type SoFar, type StreamReader } from '../api-client/received.ts';
import type { Completion } from '../../core/generation/completion.ts';
import { countAt, reportedUsage, type ReportedUsage } from '../../core/generation/reported-usage.ts';

const text = z.string().nullish();
// A list of parts contains reasoning and text; only the text is the answer.
const part = z.object({ type: z.string().nullish(), text });
const content = z.union([z.string(), z.array(z.union([z.string(), part]))]).nullish();
const chatChunk = z.object({
  model: text,
  choices: z
    .array(
      z.object({
        index: z.number().nullish(),
        delta: z.object({ content, refusal: text }).nullish(),
        finish_reason: text,
      }),
    )
    .nullish(),
  usage: z.unknown().optional(),
});

// Gateways keep a stream open with chunks that are empty but for the role. What holds the reasoning has many names.
const anyChunk = z.object({
  choices: z
    .array(z.object({ delta: z.record(z.string(), z.unknown()).nullish(), finish_reason: text }))
    .nullish(),
});

const finishes: ReadonlyMap<string, Completion['finish']> = new Map([
  ['stop', 'complete'],
  ['length', 'truncated'],
  ['content_filter', 'refused'],
]);

// The last words of an answer that calls tools of whoever asked.
const callFinishes: ReadonlyMap<string, Completion['finish']> = new Map([
  ...finishes,
  ['tool_calls', 'complete'],
  ['function_call', 'complete'],
]);

/** A reader for one stream. An agent's own tools may be called where `mayCall`; we never ask for tools ourselves. */
export function chatReader({ mayCall } = { mayCall: false }): StreamReader {
  const chunks: Chunk[] = [];
  return {
    add: (raw) => {
      const { success, data: chunk } = chatChunk.safeParse(raw);
      if (!success) return 'the stream held a chunk that cannot be read';
      chunks.push(chunk);
      return null;
    },
    isPart: (raw) => {
      const { success, data } = anyChunk.safeParse(raw);
      return !success || (data.choices ?? []).some(({ delta, ...end }) => saysAny({ ...delta, ...end }));
    },
    soFar: () => soFar(chunks),
    end: (known) => receivedOf(chunks, { ...known, finishes: mayCall ? callFinishes : finishes }),
  };
}

type Chunk = z.infer<typeof chatChunk>;

function soFar(chunks: readonly Chunk[]): SoFar {
  const choices = choicesOf(chunks);
  return {
    hasBegun: choices.length > 0,
    text: choices.map(({ delta }) => textOf(delta?.content)).join(''),
    usage: usageOf(chunks.findLast(({ usage }) => isGiven(usage))?.usage),
  };
}

function choicesOf(chunks: readonly Chunk[]) {
  return chunks.flatMap((chunk) => chunk.choices ?? []).filter(({ index }) => (index ?? 0) === 0);
}

type Known = {
  readonly requestedModel: string;
  readonly requestId: string | null;
  readonly finishes: typeof finishes;
};

function receivedOf(
  chunks: readonly Chunk[],
  { requestedModel, requestId, finishes: known }: Known,
): Received {
  const choices = choicesOf(chunks);
  const finishReason = choices.findLast(({ finish_reason }) => isGiven(finish_reason))?.finish_reason;
  if (!isGiven(finishReason)) return noticed('the stream ended before its finish reason', { requestId });
  const hasRefusal = choices.some(({ delta }) => isGiven(delta?.refusal) && delta?.refusal !== '');
  // Where nobody asked for tools, a call of one is no complete answer, and never is `error`, a gateway's own problem.
  const finish = hasRefusal ? 'refused' : known.get(finishReason);
  if (finish === undefined)
    return noticed(`the model stopped for \`${finishReason}\``, { requestId, isNoAnswer: true });
  const { text } = soFar(chunks);
  // Azure's chunks about its content filter name no model.
  const servedBy = chunks.findLast(({ model }) => isGiven(model) && model !== '')?.model ?? requestedModel;
  return { kind: 'answered', answer: { text, finish, servedBy, requestId } };
}

function saysAny(fields: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(fields).some(([name, value]) => name !== 'role' && isGiven(value) && !isEmpty(value));
}

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}

function textOf(given: z.infer<typeof content>): string {
  if (given === null || given === undefined || typeof given === 'string') return given ?? '';
  return given.map((each) => (typeof each === 'string' ? each : textOfPart(each))).join('');
}

function textOfPart({ type, text: said }: z.infer<typeof part>): string {
  return isGiven(type) && !['text', 'output_text'].includes(type) ? '' : (said ?? '');
}

function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}

function usageOf(usage: unknown): ReportedUsage {
  return reportedUsage({
    counting: 'all',
    input: countAt(usage, 'prompt_tokens'),
    cacheRead: countAt(usage, 'prompt_tokens_details', 'cached_tokens'),
    cacheWrite: countAt(usage, 'prompt_tokens_details', 'cache_write_tokens'),
    output: countAt(usage, 'completion_tokens'),
    reasoning: countAt(usage, 'completion_tokens_details', 'reasoning_tokens'),
  });
}
