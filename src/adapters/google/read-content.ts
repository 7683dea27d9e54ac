import * as z from 'zod';
import type { Completion } from '../../core/generation/completion.ts';
import { countAt, reportedUsage, type ReportedUsage } from '../../core/generation/reported-usage.ts';
import { noticed, type Received, type SoFar, type StreamReader } from '../api-client/received.ts';

const text = z.string().nullish();
const part = z.looseObject({ text, thought: z.boolean().nullish() });
const candidate = z.object({
  index: z.number().nullish(),
  content: z.object({ parts: z.array(part).nullish() }).nullish(),
  finishReason: text,
});
const chunkSchema = z.object({
  candidates: z.array(candidate).nullish(),
  promptFeedback: z.object({ blockReason: text }).nullish(),
  modelVersion: text,
  responseId: text,
  usageMetadata: z.unknown().optional(),
});
type Chunk = z.output<typeof chunkSchema>;
type Part = z.output<typeof part>;

// Every other reason, known or new, is no answer: no request of ours asks for tools or pictures.
const finishes: ReadonlyMap<string, Completion['finish']> = new Map([
  ['STOP', 'complete'],
  ['MAX_TOKENS', 'truncated'],
  ['SAFETY', 'refused'],
  ['RECITATION', 'refused'],
  ['LANGUAGE', 'refused'],
  ['BLOCKLIST', 'refused'],
  ['PROHIBITED_CONTENT', 'refused'],
  ['SPII', 'refused'],
  ['MODEL_ARMOR', 'refused'],
]);

/** A reader for one stream. */
export function contentReader(): StreamReader {
  const chunks: Chunk[] = [];
  return {
    add: (raw) => {
      const { success, data: chunk } = chunkSchema.safeParse(raw);
      if (!success) return 'the stream held a chunk that cannot be read';
      chunks.push(chunk);
      return null;
    },
    isPart: (raw) => {
      const { success, data } = chunkSchema.safeParse(raw);
      return !success || hasBegun([data]);
    },
    soFar: () => soFar(chunks),
    end: (known) => receivedOf(chunks, known),
  };
}

function soFar(chunks: readonly Chunk[]): SoFar {
  return {
    hasBegun: hasBegun(chunks),
    // What a model thinks comes in parts of its own and is not its answer.
    text: partsOf(chunks)
      .filter(({ thought }) => thought !== true)
      .map((each) => each.text ?? '')
      .join(''),
    usage: usageOf(chunks.findLast(({ usageMetadata }) => isGiven(usageMetadata))?.usageMetadata),
  };
}

// A chunk with usage alone, or with an empty candidate, is a sign of life.
function hasBegun(chunks: readonly Chunk[]): boolean {
  return partsOf(chunks).length > 0 || isGiven(reasonOf(chunks));
}

function partsOf(chunks: readonly Chunk[]): readonly Part[] {
  return candidatesOf(chunks).flatMap(({ content }) => content?.parts ?? []);
}

function candidatesOf(chunks: readonly Chunk[]) {
  return chunks.flatMap(({ candidates }) => candidates ?? []).filter(({ index }) => (index ?? 0) === 0);
}

function receivedOf(
  chunks: readonly Chunk[],
  known: { readonly requestedModel: string; readonly requestId: string | null },
): Received {
  const requestId = known.requestId ?? lastOf(chunks, ({ responseId }) => responseId);
  const reason = reasonOf(chunks);
  if (!isGiven(reason)) return noticed('the stream ended before its finish reason', { requestId });
  const finish = finishes.get(reason);
  if (finish === undefined)
    return noticed(`the model stopped for \`${reason}\``, { requestId, isNoAnswer: true });
  // Known of overloaded models: the stream ends properly and holds no word.
  if (finish === 'complete' && !partsOf(chunks).some(saysAny))
    return noticed('the model stopped before its first word', { requestId, isNoAnswer: true });
  const servedBy = lastOf(chunks, ({ modelVersion }) => modelVersion) ?? known.requestedModel;
  return { kind: 'answered', answer: { text: soFar(chunks).text, finish, servedBy, requestId } };
}

// A prompt that is declined gets no candidate.
function reasonOf(chunks: readonly Chunk[]): string | null {
  if (isGiven(lastOf(chunks, ({ promptFeedback }) => promptFeedback?.blockReason)))
    return 'PROHIBITED_CONTENT';
  return candidatesOf(chunks).findLast(({ finishReason }) => isGiven(finishReason))?.finishReason ?? null;
}

// A function that is called is an answer without text.
function saysAny(given: Part): boolean {
  if (given.thought === true) return false;
  return (isGiven(given.text) && given.text !== '') || Object.keys(given).some((name) => !silent.has(name));
}

// The signature of a thought may stand in a part of its own.
const silent: ReadonlySet<string> = new Set(['text', 'thought', 'thoughtSignature']);

function lastOf(chunks: readonly Chunk[], read: (chunk: Chunk) => string | null | undefined): string | null {
  return read(chunks.findLast((chunk) => isGiven(read(chunk))) ?? {}) ?? null;
}

function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}

// Cached tokens are counted in the prompt; results of tools and thoughts are counted beside it and beside the answer. A
// count of 0 is left out.
function usageOf(usage: unknown): ReportedUsage {
  const prompt = countAt(usage, 'promptTokenCount');
  const answer = countAt(usage, 'candidatesTokenCount');
  const reasoning = countAt(usage, 'thoughtsTokenCount');
  return reportedUsage({
    counting: 'all',
    input: prompt === null ? null : prompt + (countAt(usage, 'toolUsePromptTokenCount') ?? 0),
    cacheRead: countAt(usage, 'cachedContentTokenCount'),
    cacheWrite: null,
    output: answer === null && reasoning === null ? null : (answer ?? 0) + (reasoning ?? 0),
    reasoning,
  });
}
