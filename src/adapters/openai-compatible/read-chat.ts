import { z } from 'zod';
import { noticed, type Received } from '../../core/generation/call-vendor.ts';
import type { Completion, Usage } from '../../core/generation/completion.ts';

/** Puts the chunks of one Chat Completions stream together. */
export type ChatReader = {
  /** A problem that makes the whole answer worthless, or null. */
  readonly add: (chunk: unknown) => string | null;
  /** Only a stream that brought its finish reason is an answer. */
  readonly end: (known: { readonly requestedModel: string; readonly requestId: string | null }) => Received;
};

const text = z.string().nullish();
const count = z.number().int().nonnegative().nullish();
const chatChunk = z.object({
  model: text,
  choices: z
    .array(
      z.object({
        index: z.number().nullish(),
        delta: z.object({ content: text, refusal: text }).nullish(),
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
export function chatReader(): ChatReader {
  const texts: string[] = [];
  let model: string | null = null;
  let finishReason: string | null = null;
  let hasRefusal = false;
  let usage: Usage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 };
  return {
    add: (raw) => {
      const { success, data: chunk } = chatChunk.safeParse(raw);
      if (!success) return 'the stream held a chunk that cannot be read';
      model = chunk.model ?? model;
      if (chunk.usage) usage = usageOf(chunk.usage);
      const choice = chunk.choices?.find(({ index }) => (index ?? 0) === 0);
      texts.push(choice?.delta?.content ?? '');
      hasRefusal ||= (choice?.delta?.refusal ?? '') !== '';
      finishReason = choice?.finish_reason ?? finishReason;
      return null;
    },
    end: ({ requestedModel, requestId }) => {
      if (finishReason === null) return noticed('the stream ended before its finish reason', { requestId });
      // Tools are never asked for, and gateways report their own trouble as `error`: neither is a whole answer.
      const finish = hasRefusal ? 'refused' : finishes.get(finishReason);
      if (finish === undefined) return noticed(`the model stopped for \`${finishReason}\``, { requestId });
      const answer = { text: texts.join(''), finish, servedBy: model ?? requestedModel, requestId, usage };
      return { kind: 'answered', answer };
    },
  };
}

function usageOf(usage: NonNullable<z.infer<typeof chatChunk>['usage']>): Usage {
  return {
    inputTokens: usage.prompt_tokens ?? 0,
    cachedInputTokens: usage.prompt_tokens_details?.cached_tokens ?? 0,
    outputTokens: usage.completion_tokens ?? 0,
  };
}
