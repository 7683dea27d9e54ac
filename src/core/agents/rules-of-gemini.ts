import {
  hosted,
  isFields,
  itemsOf,
  outside,
  type Fields,
  type Refusal,
  type RequestRules,
} from './request-shapes.ts';

/** Google's generateContent. It takes every name in two spellings. */
export const geminiRules: RequestRules = {
  fields: new Set([
    ...['contents', 'systemInstruction', 'system_instruction', 'tools', 'toolConfig', 'tool_config'],
    ...['generationConfig', 'generation_config', 'safetySettings', 'safety_settings', 'labels'],
  ]),
  *problems(body) {
    const config = configOf(body);
    const count = config['candidateCount'] ?? config['candidate_count'];
    if (count !== undefined && count !== 1) yield { why: 'model', what: '`candidateCount`' };
    for (const tool of itemsOf(body['tools'])) yield* toolProblems(tool);
    yield* choiceProblems(body['toolConfig'] ?? body['tool_config']);
    const system = body['systemInstruction'] ?? body['system_instruction'];
    for (const content of [...itemsOf(system), ...itemsOf(body['contents'])]) yield* contentProblems(content);
  },
  mostOutput: (body) => configOf(body)['maxOutputTokens'] ?? configOf(body)['max_output_tokens'],
};

function configOf(body: Fields): Fields {
  const config = body['generationConfig'] ?? body['generation_config'];
  return isFields(config) ? config : {};
}

function* toolProblems(tool: unknown): Iterable<Refusal> {
  if (!isFields(tool)) return yield hosted('a tool that is no object');
  for (const name of Object.keys(tool))
    if (!['functionDeclarations', 'function_declarations'].includes(name)) yield hosted(`tool ${name}`);
}

function* choiceProblems(choice: unknown): Iterable<Refusal> {
  if (!isFields(choice)) return;
  for (const name of Object.keys(choice))
    if (!['functionCallingConfig', 'function_calling_config'].includes(name))
      yield hosted(`toolConfig ${name}`);
}

function* contentProblems(content: unknown): Iterable<Refusal> {
  if (typeof content === 'string') return;
  if (!isFields(content)) return yield { why: 'unreadable', what: 'a content that is no object' };
  for (const part of itemsOf(content['parts'])) yield* partProblems(part);
}

function* partProblems(part: unknown): Iterable<Refusal> {
  if (!isFields(part)) return yield { why: 'unreadable', what: 'a part that is no object' };
  for (const [name, value] of Object.entries(part)) {
    if (!clientParts.has(name))
      yield /code|tool/i.test(name) ? hosted(`part ${name}`) : outside(`part ${name}`);
    if (isFields(value)) for (const inner of itemsOf(value['parts'])) yield* partProblems(inner);
  }
}

const clientParts: ReadonlySet<string> = new Set([
  ...['text', 'inlineData', 'inline_data', 'functionCall', 'function_call', 'functionResponse'],
  ...[
    'function_response',
    'thought',
    'thoughtSignature',
    'thought_signature',
    'videoMetadata',
    'video_metadata',
  ],
  ...['mediaResolution', 'media_resolution', 'partMetadata', 'part_metadata'],
]);
