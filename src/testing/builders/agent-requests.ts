import type { AgentWire } from '../../core/agent.ts';

const parameters = { type: 'object', properties: { url: { type: 'string' }, file_id: { type: 'string' } } };

/** A request of each interface that holds everything which an agent may send. */
export const usualRequests: Readonly<Record<AgentWire, object>> = {
  messages: {
    ...{
      model: 'm',
      max_tokens: 100,
      stream: true,
      thinking: { type: 'adaptive' },
      tool_choice: { type: 'auto' },
    },
    ...{ metadata: { user_id: 'a' }, context_management: { edits: [{ type: 'clear_thinking_20251015' }] } },
    system: [{ type: 'text', text: 'Hi', cache_control: { type: 'ephemeral' } }],
    tools: [
      { name: 'write', input_schema: parameters },
      { type: 'custom', name: 'read', input_schema: parameters, allowed_callers: ['direct'] },
      { type: 'bash_20250124', name: 'bash' },
      { type: 'text_editor_20250728', name: 'edit' },
    ],
    messages: [
      { role: 'user', content: 'Hello' },
      {
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: 'hm', signature: 's' },
          // Arguments of a tool are the agent's own, whatever they look like.
          { type: 'tool_use', id: 't', name: 'write', input: { type: 'url', file_id: 'f', container: 'c' } },
        ],
      },
      {
        role: 'user',
        content: [
          {
            type: 'tool_result',
            tool_use_id: 't',
            content: [
              { type: 'text', text: 'done' },
              { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AAAA' } },
              { type: 'tool_reference', tool_name: 'write' },
            ],
          },
        ],
      },
    ],
  },
  responses: {
    ...{
      model: 'm',
      stream: true,
      store: false,
      instructions: 'Hi',
      include: ['reasoning.encrypted_content'],
    },
    ...{
      tool_choice: 'auto',
      parallel_tool_calls: true,
      reasoning: { effort: 'low' },
      previous_response_id: null,
    },
    tools: [
      { type: 'function', name: 'write', parameters },
      { type: 'custom', name: 'exec', format: { type: 'grammar', syntax: 'lark', definition: 'a' } },
      { type: 'local_shell' },
      { type: 'apply_patch' },
      { type: 'namespace', name: 'n', description: '', tools: [{ type: 'function', name: 'w', parameters }] },
    ],
    input: [
      {
        type: 'additional_tools',
        role: 'developer',
        tools: [{ type: 'namespace', name: 'functions', tools: [{ type: 'custom', name: 'exec' }] }],
      },
      { role: 'user', content: [{ type: 'input_text', text: 'Hello' }] },
      {
        type: 'message',
        role: 'user',
        content: [{ type: 'input_image', image_url: 'data:image/png;base64,AA' }],
      },
      { type: 'reasoning', id: 'rs', summary: [{ type: 'summary_text', text: 'x' }], encrypted_content: 'e' },
      { type: 'function_call', call_id: 'c', name: 'write', arguments: '{"file_id":"f"}' },
      { type: 'function_call_output', call_id: 'c', output: 'done' },
      { type: 'custom_tool_call', call_id: 'd', name: 'exec', input: 'text(1)' },
      { type: 'custom_tool_call_output', call_id: 'd', output: [{ type: 'input_text', text: 'x' }] },
      {
        type: 'local_shell_call',
        call_id: 'e',
        action: { type: 'exec', command: ['ls'], env: { CONTAINER: '1' } },
      },
    ],
  },
  chat: {
    ...{
      model: 'm',
      stream: true,
      stream_options: { include_usage: true },
      n: 1,
      store: false,
      temperature: 0,
    },
    tools: [
      { type: 'function', function: { name: 'write', parameters } },
      { type: 'custom', custom: { name: 'exec' } },
    ],
    messages: [
      { role: 'system', content: 'Hi' },
      { role: 'user', content: [{ type: 'text', text: 'Hello' }] },
      { role: 'user', content: [{ type: 'image_url', image_url: { url: 'data:image/png;base64,AA' } }] },
      {
        role: 'assistant',
        content: null,
        reasoning_content: 'hm',
        tool_calls: [
          { id: 'c', type: 'function', function: { name: 'write', arguments: '{"container":1}' } },
        ],
      },
      { role: 'tool', tool_call_id: 'c', content: 'done' },
    ],
  },
  gemini: {
    systemInstruction: { role: 'user', parts: [{ text: 'Hi' }] },
    tools: [{ functionDeclarations: [{ name: 'write', parametersJsonSchema: parameters }] }],
    toolConfig: { functionCallingConfig: { mode: 'AUTO' } },
    generationConfig: { temperature: 0, thinkingConfig: { includeThoughts: true }, maxOutputTokens: 100 },
    contents: [
      { role: 'user', parts: [{ text: 'Hello' }, { inlineData: { mimeType: 'image/png', data: 'AA' } }] },
      {
        role: 'model',
        parts: [{ functionCall: { name: 'write', args: { file_uri: 'x' } }, thoughtSignature: 's' }],
      },
      { role: 'user', parts: [{ functionResponse: { name: 'write', response: { output: 'done' } } }] },
    ],
  },
};

/** A request in which the value at a place is another one; `+` adds to a list. */
export function changedRequest(wire: AgentWire, place: string, value: unknown): unknown {
  const change = (from: unknown, [name, ...rest]: readonly string[]): unknown => {
    if (name === undefined) return value;
    if (Array.isArray(from)) {
      if (name === '+') return [...from, value];
      return from.map((item: unknown, index) => (String(index) === name ? change(item, rest) : item));
    }
    const fields = typeof from === 'object' && from !== null ? { ...from } : {};
    const own: unknown = Object.entries(fields).find(([key]) => key === name)?.[1];
    return { ...fields, [name]: change(own, rest) };
  };
  return change(usualRequests[wire], place.split('.'));
}
