import * as z from 'zod';
import { noticed, type Received, type StreamReader } from '../api-client/received.ts';
import type { Completion } from '../../core/generation/completion.ts';
import { countAt, reportedUsage, type ReportedUsage } from '../../core/generation/reported-usage.ts';

const text = z.string().nullish();
const part = z.object({ type: z.string(), text });
const response = z.object({
  status: text,
  model: text,
  error: z.object({ code: text, message: text }).nullish(),
  incomplete_details: z.object({ reason: text }).nullish(),
  output: z.array(z.object({ type: z.string(), content: z.array(part).nullish() })).nullish(),
  usage: z.unknown().optional(),
});
type FinalResponse = z.infer<typeof response>;

const responseEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('response.output_text.delta'), delta: z.string() }),
  z.object({
    type: z.enum(['response.completed', 'response.incomplete', 'response.failed', 'response.cancelled']),
    response,
  }),
  z.object({ type: z.literal('error'), code: text, message: text }),
]);
const knownTypes: ReadonlySet<unknown> = new Set([
  'response.output_text.delta',
  'response.completed',
  'response.incomplete',
  'response.failed',
  'response.cancelled',
  'error',
]);

/** A reader for one stream. */
export function responseReader(): StreamReader {
  const deltas: string[] = [];
  let final: FinalResponse | null = null;
  let hasBegun = false;
  return {
    add: (raw) => {
      hasBegun ||= isOfResponse(raw);
      const { success, data: event } = responseEvent.safeParse(raw);
      if (!success) return isKnown(raw) ? 'the stream held an event that cannot be read' : null;
      if (event.type === 'response.output_text.delta') deltas.push(event.delta);
      else if (event.type === 'error') final = { status: 'failed', error: event, usage: null };
      else final = event.response;
      return null;
    },
    isPart: (raw) => isOfResponse(raw) && !isWaiting(raw),
    soFar: () => ({
      hasBegun,
      text: (final === null ? null : textOf(final)) ?? deltas.join(''),
      usage: usageOf(final?.usage),
    }),
    end: ({ requestedModel, requestId }) => {
      if (final === null) return noticed('the stream ended before its last event', { requestId });
      const finish = finishOf(final);
      if (finish === null) return failed(final, requestId);
      const answer = {
        text: textOf(final) ?? deltas.join(''),
        finish,
        servedBy: final.model ?? requestedModel,
        requestId,
      };
      return { kind: 'answered', answer };
    },
  };
}

// Events that are not read count too: the first ones say only that the vendor is working.
function isOfResponse(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && 'type' in raw && String(raw.type).startsWith('response.');
}

function isWaiting(raw: unknown): boolean {
  const type = typeof raw === 'object' && raw !== null && 'type' in raw ? raw.type : null;
  return type === 'response.queued' || type === 'response.in_progress';
}

function isKnown(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && 'type' in raw && knownTypes.has(raw.type);
}

function finishOf(final: FinalResponse): Completion['finish'] | null {
  if (final.status === 'completed') return hasRefusal(final) ? 'refused' : 'complete';
  if (final.status !== 'incomplete') return null;
  const reason = final.incomplete_details?.reason;
  if (reason === 'content_filter') return 'refused';
  return reason === 'max_output_tokens' ? 'truncated' : null;
}

// A refused response is `completed` with an empty text; only this part shows the refusal.
function hasRefusal({ output }: FinalResponse): boolean {
  return (output ?? []).some(({ content }) => (content ?? []).some(({ type }) => type === 'refusal'));
}

function failed(final: FinalResponse, requestId: string | null): Received {
  const reason = final.error?.message ?? final.incomplete_details?.reason ?? 'no reason given';
  return noticed(`the response is ${final.status}: ${reason}`, {
    code: final.error?.code ?? null,
    requestId,
    isNoAnswer: true,
  });
}

function textOf({ output }: FinalResponse): string | null {
  const parts = (output ?? []).flatMap(({ content }) => content ?? []);
  const texts = parts.flatMap(({ type, text: value }) => (type === 'output_text' ? [value ?? ''] : []));
  return texts.length === 0 ? null : texts.join('');
}

// OpenAI includes cached tokens in the input count. Models before gpt-5.6 charge nothing for a write and report none.
function usageOf(usage: unknown): ReportedUsage {
  return reportedUsage({
    counting: 'all',
    input: countAt(usage, 'input_tokens'),
    cacheRead: countAt(usage, 'input_tokens_details', 'cached_tokens'),
    cacheWrite: countAt(usage, 'input_tokens_details', 'cache_write_tokens'),
    output: countAt(usage, 'output_tokens'),
    reasoning: countAt(usage, 'output_tokens_details', 'reasoning_tokens'),
  });
}
