import { isInline } from './hidden-outside.ts';
import {
  hosted,
  isFields,
  itemsOf,
  outside,
  tierProblems,
  typeOf,
  type Refusal,
  type RequestRules,
} from './request-shapes.ts';

/** OpenAI's Chat Completions, as gateways and local servers take them. */
export const chatRules: RequestRules = {
  fields: new Set([
    ...[
      'model',
      'messages',
      'stream',
      'stream_options',
      'tools',
      'tool_choice',
      'parallel_tool_calls',
      'store',
    ],
    ...[
      'functions',
      'function_call',
      'max_tokens',
      'max_completion_tokens',
      'temperature',
      'top_p',
      'top_k',
      'min_p',
    ],
    ...['frequency_penalty', 'presence_penalty', 'repetition_penalty', 'seed', 'stop', 'n', 'logprobs'],
    ...[
      'top_logprobs',
      'logit_bias',
      'response_format',
      'reasoning_effort',
      'reasoning',
      'thinking',
      'verbosity',
    ],
    ...['enable_thinking', 'thinking_budget', 'preserve_thinking', 'chat_template_kwargs', 'cache_control'],
    ...[
      'vl_high_resolution_images',
      'prompt_cache_key',
      'prompt_cache_retention',
      'prediction',
      'metadata',
      'user',
    ],
    ...['safety_identifier', 'service_tier'],
  ]),
  *problems(body) {
    yield* tierProblems(body);
    if (![undefined, null, false].some((value) => value === body['store']))
      yield { why: 'stored', what: '`store`' };
    // Each choice is an answer, and only one is counted.
    if (![undefined, null, 1].some((value) => value === body['n'])) yield { why: 'model', what: '`n`' };
    for (const tool of itemsOf(body['tools']))
      if (!['function', 'custom'].includes(typeOf(tool))) yield hosted(`tool ${typeOf(tool)}`);
    for (const message of itemsOf(body['messages'])) yield* messageProblems(message);
  },
  mostOutput: (body) => body['max_completion_tokens'] ?? body['max_tokens'],
};

function* messageProblems(message: unknown): Iterable<Refusal> {
  if (!isFields(message)) return yield { why: 'unreadable', what: 'a message that is no object' };
  if (isFields(message['audio'])) yield { why: 'stored', what: 'a stored answer' };
  for (const part of itemsOf(message['content'])) yield* partProblems(part);
}

function* partProblems(part: unknown): Iterable<Refusal> {
  if (typeof part === 'string') return;
  const type = typeOf(part);
  if (!isFields(part) || !clientParts.has(type)) return yield outside(`content ${type}`);
  if (type === 'image_url' && !isInline(within(part['image_url'], 'url')))
    yield outside('an image that is not in the request');
  if (type === 'file' && !isInline(within(part['file'], 'file_data')))
    yield outside('a file that is not in the request');
}

function within(value: unknown, name: string): unknown {
  return isFields(value) ? value[name] : value;
}

const clientParts: ReadonlySet<string> = new Set([
  ...['text', 'image_url', 'input_audio', 'file', 'refusal', 'thinking', 'reasoning'],
]);
