import * as z from 'zod';
import { frame, type Turn, type TurnEnd, type Wire, type WireError } from '../api-client/wire.ts';

const content = z.object({ parts: z.array(z.object({ text: z.string() })) });
const request = z.object({ systemInstruction: content.optional(), contents: z.array(content).min(1) });

const finishReasons: Readonly<Record<TurnEnd, string>> = {
  complete: 'STOP',
  truncated: 'MAX_TOKENS',
  refused: 'SAFETY',
  paused: 'UNEXPECTED_TOOL_CALL',
  failed: 'OTHER',
};

/** Google's generateContent, streamed as server-sent events. The path holds the model. */
export const googleWire: Wire = {
  basePath: '',
  path: '/v1beta/models/{model}:streamGenerateContent',
  requestIdHeader: 'x-request-id',
  // Implicit: nothing in a request asks for it. Google says the minimum, and for how long only "a short time".
  cache: { leastTokens: 4096, lifetimeMs: 5 * 60_000 },
  readRequest: (body, model) => {
    const { success, data } = request.safeParse(body);
    if (!success || model === null) return null;
    const system = plain(data.systemInstruction === undefined ? [] : [data.systemInstruction]);
    const prompt = { system, user: plain(data.contents) };
    return { model, ...prompt, isStreamed: true, cacheable: [prompt] };
  },
  frames: (turn) => [
    ...(turn.tokens.reasoning > 0 ? [frame(chunk(turn, said('Let me see.', { thought: true })))] : []),
    ...turn.pieces.map((text) => frame(chunk(turn, said(text)))),
    frame({
      ...chunk(turn, { ...said(''), finishReason: finishReasons[turn.end] }),
      usageMetadata: usage(turn),
    }),
  ],
  whole: (turn) => ({
    ...chunk(turn, { ...said(turn.pieces.join('')), finishReason: finishReasons[turn.end] }),
    usageMetadata: usage(turn),
  }),
  errorBody,
  errorFrame: (error) => frame(errorBody(error)),
};

function plain(contents: readonly z.infer<typeof content>[]): string {
  return contents
    .flatMap(({ parts }) => parts)
    .map(({ text }) => text)
    .join('\n');
}

function said(text: string, more: object = {}) {
  return { content: { role: 'model', parts: [{ text, ...more }] } };
}

function chunk({ id, model }: Turn, candidate: object) {
  return { candidates: [{ index: 0, ...candidate }], modelVersion: model, responseId: id };
}

// A count of 0 is left out.
function usage({ tokens }: Turn) {
  const counts = {
    promptTokenCount: tokens.input,
    cachedContentTokenCount: tokens.cached,
    candidatesTokenCount: tokens.output - tokens.reasoning,
    thoughtsTokenCount: tokens.reasoning,
    totalTokenCount: tokens.input + tokens.output,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

function errorBody({ status, type, code, message }: WireError): unknown {
  const reason = code === null ? {} : { details: [{ '@type': errorInfo, reason: code }] };
  return { error: { code: status, message, status: type, ...reason } };
}

const errorInfo = 'type.googleapis.com/google.rpc.ErrorInfo';
