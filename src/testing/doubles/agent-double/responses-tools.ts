import * as z from 'zod';
import { frame } from '../../../adapters/api-client/wire.ts';
import { parametersOf, plainRoute, type AgentTurn, type OfferedTool, type ToolWire } from './tool-wire.ts';

const tool = z.object({
  type: z.string(),
  name: z.string().optional(),
  parameters: z.object({ properties: z.record(z.string(), z.unknown()).optional() }).nullish(),
});
const toolOrGroup = tool.extend({ tools: z.array(tool).optional() });
const parts = z.array(z.object({ text: z.string().optional() }));
const item = z.object({
  type: z.string().optional(),
  content: z.union([z.string(), parts]).nullish(),
  output: z.union([z.string(), parts]).nullish(),
  tools: z.array(toolOrGroup).optional(),
});
const request = z.object({
  model: z.string(),
  stream: z.boolean().optional(),
  instructions: z.string().nullish(),
  input: z.union([z.string(), z.array(item)]),
  tools: z.array(toolOrGroup).optional(),
});

/** OpenAI's Responses, also where the tools come as an item of the input. */
export const responsesTools: ToolWire = {
  route: plainRoute('/responses'),
  read: (body) => {
    const { success, data } = request.safeParse(body);
    if (!success) return null;
    const items = typeof data.input === 'string' ? [{ content: data.input }] : data.input;
    const added = items.flatMap((one) => ('tools' in one ? (one.tools ?? []) : []));
    return {
      model: data.model,
      isStreamed: data.stream === true,
      shown: [data.instructions ?? '', ...items.map(({ content }) => plain(content))].join('\n'),
      tools: [...(data.tools ?? []), ...added].flatMap(toolsIn),
      results: items.flatMap((one) =>
        'output' in one && one.type?.endsWith('_output') === true ? [plain(one.output)] : [],
      ),
      wantsJson: false,
    };
  },
  frames: (turn) => {
    const events = [
      { type: 'response.created', response: { ...whole(turn), status: 'in_progress', output: [] } },
      ...itemsOf(turn).flatMap((done, index) => eventsOf(turn, done, index)),
      { type: 'response.completed', response: whole(turn) },
    ];
    return events.map((event, sequence_number) => frame({ ...event, sequence_number }, event.type));
  },
  whole,
  errorBody: (_, message) => ({ error: { message, type: 'server_error', param: null, code: null } }),
};

function toolsIn({ tools, ...one }: z.infer<typeof toolOrGroup>): readonly OfferedTool[] {
  if (tools === undefined) return [offered(one, null)];
  return tools.map((inner) => offered(inner, one.name ?? null));
}

function offered({ type, name, parameters }: z.infer<typeof tool>, namespace: string | null): OfferedTool {
  return {
    name: name ?? type,
    namespace,
    parameters: type === 'custom' ? null : parametersOf(parameters),
  };
}

function plain(content: z.infer<typeof item>['content']): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map(({ text }) => text ?? '').join('\n');
}

type Item = { readonly id: string; readonly type: string; readonly [key: string]: unknown };

function itemsOf({ id, text, calls }: AgentTurn): readonly Item[] {
  const status = 'completed';
  if (calls.length === 0) {
    const said = { type: 'message', role: 'assistant', status, content: [outputText(text)] };
    return [{ id: `msg_${id}`, ...said }];
  }
  return calls.map(({ tool: { name, namespace }, input }, index) => {
    const call = `call_${id}_${index}`;
    const group = namespace === null ? {} : { namespace };
    const shared = { id: call, call_id: call, name, ...group, status };
    return typeof input === 'string'
      ? { ...shared, type: 'custom_tool_call', input }
      : { ...shared, type: 'function_call', arguments: JSON.stringify(input) };
  });
}

function outputText(text: string) {
  return { type: 'output_text', text, annotations: [], logprobs: [] };
}

function eventsOf({ text }: AgentTurn, done: Item, index: number) {
  const place = { item_id: done.id, output_index: index, content_index: 0 };
  const isMessage = done.type === 'message';
  return [
    {
      type: 'response.output_item.added',
      output_index: index,
      item: isMessage ? { ...done, content: [] } : done,
    },
    ...(isMessage
      ? [
          { type: 'response.content_part.added', ...place, part: outputText('') },
          { type: 'response.output_text.delta', ...place, delta: text, logprobs: [] },
        ]
      : []),
    { type: 'response.output_item.done', output_index: index, item: done },
  ];
}

function whole(turn: AgentTurn) {
  const { input, output } = turn.tokens;
  return {
    id: `resp_${turn.id}`,
    object: 'response',
    created_at: 0,
    model: turn.model,
    status: 'completed',
    output: itemsOf(turn),
    error: null,
    incomplete_details: null,
    usage: {
      input_tokens: input,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: output,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: input + output,
    },
  };
}
