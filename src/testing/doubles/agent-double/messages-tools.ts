import * as z from 'zod';
import { frame } from '../../../adapters/api-client/wire.ts';
import { parametersOf, plainRoute, type AgentTurn, type ToolWire } from './tool-wire.ts';

const textBlock = z.object({ type: z.literal('text'), text: z.string() });
const resultText = z.union([z.string(), z.array(z.union([textBlock, z.object({ type: z.string() })]))]);
const block = z.union([
  textBlock,
  z.object({ type: z.literal('tool_result'), content: resultText.optional() }),
  z.object({ type: z.string() }),
]);
const content = z.union([z.string(), z.array(block)]);
const request = z.object({
  model: z.string(),
  stream: z.boolean().optional(),
  system: content.optional(),
  messages: z.array(z.object({ role: z.string(), content })),
  tools: z
    .array(
      z.object({
        name: z.string(),
        input_schema: z.object({ properties: z.record(z.string(), z.unknown()).optional() }).optional(),
      }),
    )
    .optional(),
});

/** Anthropic's Messages. */
export const messagesTools: ToolWire = {
  route: plainRoute('/v1/messages'),
  read: (body) => {
    const { success, data } = request.safeParse(body);
    if (!success) return null;
    const contents = [data.system ?? '', ...data.messages.map((message) => message.content)];
    return {
      model: data.model,
      isStreamed: data.stream === true,
      shown: contents.flatMap(textsIn).join('\n'),
      tools: (data.tools ?? []).map((tool) => ({
        name: tool.name,
        namespace: null,
        parameters: parametersOf(tool.input_schema),
      })),
      results: contents.flatMap((one) =>
        typeof one === 'string'
          ? []
          : one.flatMap((part) =>
              part.type === 'tool_result' && 'content' in part
                ? [textsIn(part.content ?? '').join('\n')]
                : [],
            ),
      ),
      wantsJson: false,
    };
  },
  frames: (turn) => {
    const start = { ...message(turn), content: [], stop_reason: null };
    return [
      { type: 'message_start', message: { ...start, usage: { ...start.usage, output_tokens: 1 } } },
      ...blocksOf(turn).flatMap((block, index) => [
        { type: 'content_block_start', index, content_block: emptied(block) },
        { type: 'content_block_delta', index, delta: deltaOf(block) },
        { type: 'content_block_stop', index },
      ]),
      {
        type: 'message_delta',
        delta: { stop_reason: stopReason(turn), stop_sequence: null },
        usage: { output_tokens: turn.tokens.output },
      },
      { type: 'message_stop' },
    ].map((event) => frame(event, event.type));
  },
  whole: message,
  errorBody: (status, text) => ({
    type: 'error',
    error: { type: status === 529 ? 'overloaded_error' : 'api_error', message: text },
  }),
};

function textsIn(value: z.infer<typeof content>): readonly string[] {
  if (typeof value === 'string') return [value];
  return value.flatMap((part) => ('text' in part ? [part.text] : []));
}

function message(turn: AgentTurn) {
  return {
    id: `msg_${turn.id}`,
    type: 'message',
    role: 'assistant',
    model: turn.model,
    content: blocksOf(turn),
    stop_reason: stopReason(turn),
    stop_sequence: null,
    usage: {
      input_tokens: turn.tokens.input,
      cache_read_input_tokens: 0,
      cache_creation_input_tokens: 0,
      output_tokens: turn.tokens.output,
    },
  };
}

type Block =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tool_use'; readonly id: string; readonly name: string; readonly input: unknown };

function blocksOf({ id, text, calls }: AgentTurn): readonly Block[] {
  if (calls.length === 0) return [{ type: 'text', text }];
  return calls.map(({ tool, input }, index) => ({
    type: 'tool_use',
    id: `toolu_${id}_${index}`,
    name: tool.name,
    input,
  }));
}

function emptied(block: Block): Block {
  return block.type === 'text' ? { ...block, text: '' } : { ...block, input: {} };
}

function deltaOf(block: Block) {
  if (block.type === 'text') return { type: 'text_delta', text: block.text };
  return { type: 'input_json_delta', partial_json: JSON.stringify(block.input) };
}

function stopReason({ calls }: AgentTurn): string {
  return calls.length === 0 ? 'end_turn' : 'tool_use';
}
