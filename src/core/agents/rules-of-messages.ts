import { callerProblems } from './hidden-outside.ts';
import {
  hosted,
  isFields,
  itemsOf,
  outside,
  tierProblems,
  typeOf,
  type Fields,
  type Refusal,
  type RequestRules,
} from './request-shapes.ts';

/** Anthropic's Messages. */
export const messagesRules: RequestRules = {
  fields: new Set([
    ...[
      'model',
      'messages',
      'system',
      'max_tokens',
      'stream',
      'tools',
      'tool_choice',
      'thinking',
      'metadata',
    ],
    ...['temperature', 'top_p', 'top_k', 'stop_sequences', 'cache_control', 'output_config', 'output_format'],
    ...['context_management', 'service_tier', 'speed', 'diagnostics'],
  ]),
  *problems(body) {
    yield* tierProblems(body);
    if (![undefined, null, 'standard'].some((speed) => speed === body['speed']))
      yield { why: 'model', what: '`speed`' };
    for (const tool of itemsOf(body['tools'])) yield* toolProblems(tool);
    for (const block of itemsOf(body['system'])) yield* blockProblems(block);
    for (const message of itemsOf(body['messages'])) yield* messageProblems(message);
  },
  mostOutput: (body) => body['max_tokens'],
};

function* toolProblems(tool: unknown): Iterable<Refusal> {
  const type = typeOf(tool);
  if (!clientTool.test(type)) yield hosted(`tool ${type}`);
  if (isFields(tool)) yield* callerProblems(tool);
}

// A tool without a type is described by a schema, and the agent runs it.
const clientTool = /^(?:|custom|bash_\d{8}|text_editor_\d{8})$/;

function* messageProblems(message: unknown): Iterable<Refusal> {
  if (!isFields(message)) yield { why: 'unreadable', what: 'a message that is no object' };
  else for (const block of itemsOf(message['content'])) yield* blockProblems(block);
}

function* blockProblems(block: unknown): Iterable<Refusal> {
  if (typeof block === 'string') return;
  const type = typeOf(block);
  if (!isFields(block) || !clientBlocks.has(type)) return yield refusedBlock(type);
  if (type === 'image' || type === 'document') yield* sourceProblems(block['source']);
  yield* callProblems(block, type);
  for (const change of itemsOf(block['tool_changes'])) yield* blockProblems(change);
  for (const part of itemsOf(block['content'])) yield* blockProblems(part);
}

const clientBlocks: ReadonlySet<string> = new Set([
  ...[
    'text',
    'image',
    'document',
    'search_result',
    'thinking',
    'redacted_thinking',
    'tool_use',
    'tool_result',
  ],
  ...['tool_reference', 'tool_addition', 'tool_removal', 'compaction'],
]);

function refusedBlock(type: string): Refusal {
  return /tool|search|fetch|execution|mcp/.test(type)
    ? hosted(`content ${type}`)
    : outside(`content ${type}`);
}

function* sourceProblems(source: unknown): Iterable<Refusal> {
  const type = typeOf(source);
  if (!isFields(source) || !['base64', 'text', 'content'].includes(type))
    yield outside(`a source of type ${type}`);
  else for (const block of itemsOf(source['content'])) yield* blockProblems(block);
}

function* callProblems({ caller, tool }: Fields, type: string): Iterable<Refusal> {
  if (isFields(caller) && typeOf(caller) !== 'direct') yield hosted('`caller`');
  if (type === 'tool_addition' && typeOf(tool) !== 'tool_reference') yield hosted(type);
}

/**
 * The values of the header `anthropic-beta` that may be passed on: forms of requests and answers that reach nothing
 * outside of them. Tools and stores of the vendor are switched on by others.
 */
export function keptBetas(header: string): string {
  const asked = header.split(',').map((value) => value.trim());
  return asked.filter((value) => harmlessBeta.test(value)).join(',');
}

const harmlessBeta =
  /^(?:claude-code|interleaved-thinking|dev-full-thinking|fine-grained-tool-streaming|context-management|prompt-caching(?:-scope)?|extended-cache-ttl|token-efficient-tools|token-counting|output-128k|output-300k|effort|structured-outputs|model-context-window-exceeded|thinking-[a-z-]+|redact-thinking|tool-examples|mid-conversation-[a-z-]+|task-budgets|cache-diagnosis|summarize-connector-text|pdfs)-\d{4}-?\d{2}-?\d{2}$/;
