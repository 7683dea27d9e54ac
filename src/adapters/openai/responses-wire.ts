import * as z from 'zod';
import { frame, type Turn, type TurnEnd, type Wire, type WireError } from '../api-client/wire.ts';

const inputText = z.object({ type: z.literal('input_text'), text: z.string() });
const request = z.object({
  model: z.string(),
  stream: z.boolean().optional(),
  prompt_cache_key: z.string().max(64).nullish(),
  instructions: z.string().nullish(),
  input: z.union([
    z.string(),
    z.array(z.object({ role: z.string(), content: z.union([z.string(), z.array(inputText)]) })),
  ]),
});

const statuses: Readonly<Record<TurnEnd, string>> = {
  complete: 'completed',
  truncated: 'incomplete',
  // A refusal is a completed response; only its content part says that it is a refusal.
  refused: 'completed',
  paused: 'in_progress',
  failed: 'failed',
};

/** OpenAI's Responses format. */
export const responsesWire: Wire = {
  basePath: '/v1',
  path: '/responses',
  requestIdHeader: 'x-request-id',
  cache: { leastTokens: 1024, lifetimeMs: 30 * 60_000 },
  readRequest: (body) => {
    const { success, data } = request.safeParse(body);
    if (!success) return null;
    const prompt = { system: data.instructions ?? '', user: plain(data.input) };
    // OpenAI marks the end of the prompt by itself.
    return {
      ...{ model: data.model, ...prompt, isStreamed: data.stream === true },
      ...{ cacheable: [prompt], cacheKey: data.prompt_cache_key ?? '' },
    };
  },
  frames: (turn) => {
    const events = [
      { type: 'response.created', response: shell(turn) },
      { type: 'response.output_item.added', output_index: 0, item: { ...message(turn), content: [] } },
      ...deltas(turn),
      { type: 'response.output_item.done', output_index: 0, item: message(turn) },
      { type: `response.${statuses[turn.end]}`, response: whole(turn) },
    ];
    return events.map((event, sequence_number) => frame({ ...event, sequence_number }, event.type));
  },
  whole,
  errorBody: ({ type, code, message: text }) => ({ error: { message: text, type, param: null, code } }),
  errorFrame: ({ code, type, message: text }: WireError) =>
    frame({ type: 'error', code: code ?? type, message: text, param: null, sequence_number: 0 }, 'error'),
  failedFrame: ({ id }, { code, message: text }) => {
    const type = 'response.failed';
    const failed = { id, status: 'failed', output: [], error: { code, message: text } };
    return frame({ type, response: failed, sequence_number: 0 }, type);
  },
};

function plain(input: z.infer<typeof request>['input']): string {
  if (typeof input === 'string') return input;
  return input
    .map(({ content }) =>
      typeof content === 'string' ? content : content.map(({ text }) => text).join('\n'),
    )
    .join('\n');
}

function shell({ id, model }: Turn) {
  return {
    id: `resp_${id}`,
    object: 'response',
    created_at: 0,
    model,
    status: 'in_progress',
    output: [],
    error: null,
  };
}

function deltas(turn: Turn) {
  const place = { item_id: `item_${turn.id}`, output_index: 0, content_index: 0 };
  if (turn.end === 'refused') return [{ type: 'response.refusal.delta', ...place, delta: refusalText }];
  return turn.pieces.map((delta) => ({ type: 'response.output_text.delta', ...place, delta, logprobs: [] }));
}

const refusalText = 'I cannot help with that.';

function message(turn: Turn) {
  const content =
    turn.end === 'refused'
      ? { type: 'refusal', refusal: refusalText }
      : { type: 'output_text', text: turn.pieces.join(''), annotations: [], logprobs: [] };
  return {
    id: `item_${turn.id}`,
    type: 'message',
    role: 'assistant',
    status: 'completed',
    content: [content],
  };
}

function whole(turn: Turn) {
  const { input, cached, written, output, reasoning } = turn.tokens;
  return {
    ...shell(turn),
    status: statuses[turn.end],
    output: turn.end === 'failed' ? [] : [message(turn)],
    error: turn.end === 'failed' ? { code: 'server_error', message: 'The server had an error.' } : null,
    incomplete_details: turn.end === 'truncated' ? { reason: 'max_output_tokens' } : null,
    usage: {
      input_tokens: input,
      input_tokens_details: { cached_tokens: cached, cache_write_tokens: written },
      output_tokens: output,
      output_tokens_details: { reasoning_tokens: reasoning },
      total_tokens: input + output,
    },
  };
}
