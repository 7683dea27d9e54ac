import { callerProblems, isInline } from './hidden-outside.ts';
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

/** OpenAI's Responses. */
export const responsesRules: RequestRules = {
  fields: new Set([
    ...[
      'model',
      'input',
      'instructions',
      'stream',
      'stream_options',
      'store',
      'tools',
      'tool_choice',
      'include',
    ],
    ...[
      'parallel_tool_calls',
      'max_tool_calls',
      'max_output_tokens',
      'reasoning',
      'text',
      'temperature',
      'top_p',
    ],
    ...[
      'top_logprobs',
      'truncation',
      'metadata',
      'client_metadata',
      'user',
      'safety_identifier',
      'service_tier',
    ],
    ...['prompt_cache_key', 'prompt_cache_retention', 'background', 'context_management'],
  ]),
  *problems(body) {
    yield* tierProblems(body);
    for (const name of ['store', 'background'])
      if (![undefined, null, false].some((off) => off === body[name]))
        yield { why: 'stored', what: `\`${name}\`` };
    for (const tool of itemsOf(body['tools'])) yield* toolProblems(tool);
    yield* choiceProblems(body['tool_choice']);
    for (const item of itemsOf(body['input'])) yield* itemProblems(item);
  },
  mostOutput: (body) => body['max_output_tokens'],
};

function* toolProblems(tool: unknown): Iterable<Refusal> {
  const type = typeOf(tool);
  if (!isFields(tool)) return yield hosted('a tool that is no object');
  const isClients =
    clientTools.has(type) ||
    (type === 'tool_search' && tool['execution'] === 'client') ||
    type === 'namespace';
  if (!isClients) yield hosted(`tool ${type}`);
  yield* callerProblems(tool);
  if (type === 'namespace') for (const inner of itemsOf(tool['tools'])) yield* toolProblems(inner);
}

const clientTools: ReadonlySet<string> = new Set(['function', 'custom', 'local_shell', 'apply_patch']);

function* choiceProblems(choice: unknown): Iterable<Refusal> {
  if (!isFields(choice)) return;
  const type = typeOf(choice);
  if (type !== 'allowed_tools' && !clientTools.has(type)) yield hosted(`tool_choice ${type}`);
  for (const tool of itemsOf(choice['tools']))
    if (!clientTools.has(typeOf(tool))) yield hosted(`tool_choice ${typeOf(tool)}`);
}

function* itemProblems(item: unknown): Iterable<Refusal> {
  if (typeof item === 'string') return;
  if (!isFields(item)) return yield { why: 'unreadable', what: 'an input item that is no object' };
  const type = typeOf(item);
  // An item that has only an id stands for one that the vendor stored.
  const known = type === '' && typeof item['role'] === 'string' ? 'message' : type;
  if (!clientItems.has(known)) return yield refusedItem(type);
  for (const tool of itemsOf(item['tools'])) yield* toolProblems(tool);
  yield* executionProblems(item);
  for (const name of ['content', 'output', 'summary'])
    for (const part of itemsOf(item[name])) yield* partProblems(part);
}

const clientItems: ReadonlySet<string> = new Set([
  ...[
    'message',
    'reasoning',
    'function_call',
    'function_call_output',
    'custom_tool_call',
    'custom_tool_call_output',
  ],
  ...['local_shell_call', 'local_shell_call_output', 'shell_call', 'shell_call_output', 'apply_patch_call'],
  ...['apply_patch_call_output', 'additional_tools', 'tool_search_call', 'tool_search_output', 'compaction'],
  ...['compaction_summary', 'compaction_trigger', 'configuration_update'],
]);

function refusedItem(type: string): Refusal {
  if (type === '' || type === 'item_reference') return { why: 'stored', what: 'a stored item' };
  return hosted(`input ${type}`);
}

function* executionProblems({ execution, environment, caller }: Fields): Iterable<Refusal> {
  if (execution === 'server') yield hosted('`execution` at the server');
  if (isFields(environment) && typeOf(environment) !== 'local') yield hosted('`environment`');
  if (isFields(caller) && typeOf(caller) !== 'direct') yield hosted('`caller`');
}

function* partProblems(part: unknown): Iterable<Refusal> {
  if (typeof part === 'string') return;
  const type = typeOf(part);
  if (!isFields(part) || !clientParts.has(type)) return yield outside(`content ${type}`);
  const { image_url: image, file_data: file } = part;
  if (type === 'input_image' && !isInline(image)) yield outside('an image that is not in the request');
  if (type === 'input_file' && typeof file !== 'string') yield outside('a file that is not in the request');
}

// Outputs of shells have no type.
const clientParts: ReadonlySet<string> = new Set([
  ...['', 'input_text', 'output_text', 'text', 'refusal', 'input_image', 'input_file', 'summary_text'],
  ...['reasoning_text', 'encrypted_content'],
]);
