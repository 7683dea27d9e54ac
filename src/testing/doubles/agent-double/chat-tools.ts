import * as z from 'zod';
import { frame } from '../../../adapters/api-client/wire.ts';
import { parametersOf, plainRoute, type AgentTurn, type ToolWire } from './tool-wire.ts';

const content = z.union([z.string(), z.array(z.object({ text: z.string().optional() }))]).nullish();
const request = z.object({
  model: z.string(),
  stream: z.boolean().optional(),
  messages: z.array(z.object({ role: z.string(), content })),
  tools: z
    .array(
      z.object({
        function: z.object({
          name: z.string(),
          parameters: z.object({ properties: z.record(z.string(), z.unknown()).optional() }).optional(),
        }),
      }),
    )
    .optional(),
  response_format: z.object({ type: z.string() }).optional(),
});

/** OpenAI's Chat Completions, as gateways and local servers speak it. */
export const chatTools: ToolWire = {
  route: plainRoute('/chat/completions'),
  read: (body) => {
    const { success, data } = request.safeParse(body);
    if (!success) return null;
    const textsOf = (isResult: boolean) =>
      data.messages
        .filter(({ role }) => (role === 'tool') === isResult)
        .map((message) => plain(message.content));
    return {
      model: data.model,
      isStreamed: data.stream === true,
      shown: textsOf(false).join('\n'),
      tools: (data.tools ?? []).map(({ function: { name, parameters } }) => ({
        name,
        namespace: null,
        parameters: parametersOf(parameters),
      })),
      results: textsOf(true),
      wantsJson: data.response_format?.type.startsWith('json') === true,
    };
  },
  frames: (turn) => [
    chunk(turn, [{ index: 0, delta: { role: 'assistant', ...said(turn) }, finish_reason: null }]),
    chunk(turn, [{ index: 0, delta: {}, finish_reason: finishReason(turn) }]),
    chunk(turn, [], usageOf(turn)),
    'data: [DONE]\n\n',
  ],
  whole: (turn) => ({
    ...shell(turn),
    object: 'chat.completion',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', refusal: null, ...said(turn) },
        logprobs: null,
        finish_reason: finishReason(turn),
      },
    ],
    usage: usageOf(turn),
  }),
  errorBody: (_, message) => ({ error: { message, type: 'server_error', param: null, code: null } }),
};

function plain(value: z.infer<typeof content>): string {
  if (typeof value === 'string') return value;
  return (value ?? []).map(({ text }) => text ?? '').join('\n');
}

function said({ id, text, calls }: AgentTurn) {
  if (calls.length === 0) return { content: text };
  const called = calls.map(({ tool, input }, index) => ({
    ...{ index, id: `call_${id}_${index}`, type: 'function' },
    function: { name: tool.name, arguments: JSON.stringify(input) },
  }));
  return { content: null, tool_calls: called };
}

function chunk(turn: AgentTurn, choices: readonly unknown[], usage: unknown = null): string {
  return frame({ ...shell(turn), object: 'chat.completion.chunk', choices, usage });
}

function shell({ id, model }: AgentTurn) {
  return { id: `chatcmpl-${id}`, created: 0, model };
}

function finishReason({ calls }: AgentTurn): string {
  return calls.length === 0 ? 'stop' : 'tool_calls';
}

function usageOf({ tokens: { input, output } }: AgentTurn) {
  return { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
}
