import type { AgentWire } from '../../core/agent.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An answer that was not streamed, as the events with which it would have been: one reader reads both. */
export function eventsOfWhole(wire: AgentWire, answer: unknown): readonly unknown[] {
  // Google streams a list where nobody asked for events.
  if (Array.isArray(answer)) return answer;
  return isFields(answer) ? eventsOf[wire](answer) : [answer];
}

const eventsOf: Readonly<Record<AgentWire, (answer: Fields) => readonly unknown[]>> = {
  messages: (answer) => {
    if (answer['type'] !== 'message') return [answer];
    const { content, stop_reason, usage } = answer;
    return [
      { type: 'message_start', message: answer },
      ...listOf(content).map((block) => ({ type: 'content_block_start', content_block: block })),
      ...listOf(content).map((block) => ({ type: 'content_block_delta', delta: inputOf(block) })),
      { type: 'message_delta', delta: { stop_reason }, usage },
      { type: 'message_stop' },
    ];
  },
  responses: (answer) => {
    const { output, status } = answer;
    if (output === undefined) return [answer];
    const added = listOf(output).map((item) => ({
      type: 'response.output_item.added',
      item,
      delta: written(item),
    }));
    return [...added, { type: `response.${typeof status === 'string' ? status : ''}`, response: answer }];
  },
  chat: ({ choices, ...answer }) => [
    {
      ...answer,
      choices: listOf(choices).map((choice) =>
        isFields(choice) ? { ...choice, delta: choice['message'] } : choice,
      ),
    },
  ],
  gemini: (answer) => [answer],
};

function inputOf(block: unknown): Fields {
  const input = isFields(block) ? block['input'] : undefined;
  return { type: 'input_json_delta', partial_json: input === undefined ? '' : JSON.stringify(input) };
}

function written(item: unknown): unknown {
  return isFields(item) ? (item['arguments'] ?? item['input'] ?? null) : null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
