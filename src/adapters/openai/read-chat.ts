import { z } from 'zod';
import { noticed, type Received, type StreamReader } from '../api-client/received.ts';
import type { Completion, Usage } from '../../core/generation/completion.ts';

const text = z.string().nullish();
const count = z.number().int().nonnegative().nullish();
// A list of parts holds reasoning beside the text; only the text is the answer.
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
  usage: z
    .object({
      prompt_tokens: count,
      completion_tokens: count,
      prompt_tokens_details: z.object({ cached_tokens: count }).nullish(),
    })
    .nullish(),
});

const finishes: ReadonlyMap<string, Completion['finish']> = new Map([
  ['stop', 'complete'],
  ['length', 'truncated'],
  ['content_filter', 'refused'],
]);

/** A reader for one stream. */
export function chatReader(): StreamReader {
  const chunks: Chunk[] = [];
  return {
    add: (raw) => {
      const { success, data: chunk } = chatChunk.safeParse(raw);
      if (!success) return 'the stream held a chunk that cannot be read';
      chunks.push(chunk);
      return null;
    },
    end: (known) => receivedOf(chunks, known),
  };
}

type Chunk = z.infer<typeof chatChunk>;

function receivedOf(
  chunks: readonly Chunk[],
  { requestedModel, requestId }: { readonly requestedModel: string; readonly requestId: string | null },
): Received {
  const choices = chunks.flatMap((chunk) => chunk.choices ?? []).filter(({ index }) => (index ?? 0) === 0);
  const finishReason = choices.findLast(({ finish_reason }) => isGiven(finish_reason))?.finish_reason;
  if (!isGiven(finishReason)) return noticed('the stream ended before its finish reason', { requestId });
  const hasRefusal = choices.some(({ delta }) => isGiven(delta?.refusal) && delta?.refusal !== '');
  // Tools are never asked for, and gateways report their own trouble as `error`: neither is a whole answer.
  const finish = hasRefusal ? 'refused' : finishes.get(finishReason);
  if (finish === undefined) return noticed(`the model stopped for \`${finishReason}\``, { requestId });
  const text = choices.map(({ delta }) => textOf(delta?.content)).join('');
  const servedBy = chunks.findLast(({ model }) => isGiven(model))?.model ?? requestedModel;
  const usage = usageOf(chunks.findLast((chunk) => isGiven(chunk.usage))?.usage ?? {});
  return { kind: 'answered', answer: { text, finish, servedBy, requestId, usage } };
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

function usageOf(usage: NonNullable<Chunk['usage']>): Usage {
  return {
    inputTokens: usage.prompt_tokens ?? 0,
    cachedInputTokens: usage.prompt_tokens_details?.cached_tokens ?? 0,
    outputTokens: usage.completion_tokens ?? 0,
  };
}
