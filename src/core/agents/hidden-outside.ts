import { hosted, isFields, outside, type Fields, type Refusal } from './request-shapes.ts';

/**
 * What reaches beyond the request wherever it stands in it: names that a vendor or a gateway takes for an address, a file
 * that it holds, or a server. Arguments and schemas of the agent's own tools are data and are not searched.
 */
export function* hiddenOutside(value: unknown, depth = 0): Iterable<Refusal> {
  if (depth > mostDepth) yield { why: 'unreadable', what: `JSON deeper than ${mostDepth} levels` };
  else if (Array.isArray(value)) for (const item of value) yield* hiddenOutside(item, depth + 1);
  else if (isFields(value)) yield* hiddenIn(value, depth);
}

const mostDepth = 60;

function* hiddenIn(fields: Fields, depth: number): Iterable<Refusal> {
  const seen = new Set<string>();
  for (const [name, item] of Object.entries(fields)) {
    const plain = name.toLowerCase().replaceAll('_', '');
    // Some servers take `Type` for `type`, and `fileData` for `file_data`: only one of them was checked.
    if (seen.has(plain)) yield { why: 'unreadable', what: `the field \`${name}\` in two spellings` };
    seen.add(plain);
    if (item === null || isData(plain, fields)) continue;
    const why = reaching.get(plain);
    if (why !== undefined) yield { why, what: `the field \`${name}\`` };
    yield* valueProblems(plain, item);
    yield* hiddenOutside(item, depth + 1);
  }
}

function* valueProblems(plain: string, item: unknown): Iterable<Refusal> {
  if (plain === 'type' && typeof item === 'string' && vendorSide.test(item)) yield hosted(`type ${item}`);
  const isAddress = plain === 'imageurl' || plain === 'source';
  if (isAddress && isFields(item) && ['url', 'file'].some((type) => item['type'] === type))
    yield outside('a source that is not in the request');
}

const vendorSide =
  /^(?:web_|code_|computer|mcp|file_search|image_generation|browser|advisor|programmatic|[a-z]+:web)/;

// By names in lower case and without underscores.
const reaching: ReadonlyMap<string, Refusal['why']> = new Map([
  ...[
    'mcpservers',
    'container',
    'connectorid',
    'serverurl',
    'plugins',
    'websearchoptions',
    'vectorstoreids',
  ].map((name) => [name, 'hosted-tool'] as const),
  ...['fileid', 'fileids', 'fileurl', 'fileuri'].map((name) => [name, 'source'] as const),
  ...['previousresponseid', 'cachedcontent'].map((name) => [name, 'stored'] as const),
  ...['fallbacks', 'apibase'].map((name) => [name, 'model'] as const),
]);

const data: ReadonlySet<string> = new Set([
  ...['inputschema', 'parameters', 'parametersjsonschema', 'schema', 'jsonschema', 'responseschema'],
  ...['responsejsonschema', 'inputexamples', 'args', 'response', 'arguments', 'metadata', 'clientmetadata'],
  ...['logitbias', 'action', 'operation', 'chattemplatekwargs'],
]);

function isData(plain: string, { type }: Fields): boolean {
  return data.has(plain) || (plain === 'input' && type === 'tool_use');
}

/** Whether an address holds its content itself. */
export function isInline(address: unknown): boolean {
  return typeof address === 'string' && /^data:/i.test(address);
}

/** A tool that only the vendor's own programs may call runs at the vendor. */
export function* callerProblems({ allowed_callers: callers }: Fields): Iterable<Refusal> {
  const isDirect = Array.isArray(callers) && callers.every((caller) => caller === 'direct');
  if (callers !== undefined && callers !== null && !isDirect) yield hosted('`allowed_callers`');
}
