#!/usr/bin/env node
// An agent as real ones are when their vendor fails: it asks again by itself, then leaves what it makes up, and exits with 0.
// It speaks the interface that its first word names, always streamed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

if (process.argv[2] === '--version') {
  process.stdout.write('stubborn 1.0.0\n');
  process.exit(0);
}
const [wire, model, baseUrl, key] = process.argv.slice(2);
const actions = {
  read: ({ path }) => readFileSync(path, 'utf8'),
  write: ({ path, content }) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return 'written';
  },
};
const text = { type: 'string' };
const tools = Object.entries({ read: { path: text }, write: { path: text, content: text } }).map(
  ([name, properties]) => ({ name, schema: { type: 'object', properties } }),
);
const user = (content) => ({ role: 'user', content });

// What is asked, the calls in its events as { id, name, input }, and what is said next.
const wires = {
  messages: {
    path: '/v1/messages',
    first: user,
    body: (messages) => ({
      ...{ model, messages, max_tokens: 1000, stream: true },
      tools: tools.map(({ name, schema }) => ({ name, input_schema: schema })),
    }),
    calls: (events) =>
      events
        .filter(({ content_block: block }) => block?.type === 'tool_use')
        .map(({ index, content_block: { id, name } }) => {
          const { delta } = events.find((each) => each.delta && each.index === index);
          return { id, name, input: JSON.parse(delta.partial_json) };
        }),
    next: (calls) => [
      {
        role: 'assistant',
        content: calls.map(({ id, name, input }) => ({ type: 'tool_use', id, name, input })),
      },
      user(calls.map(({ id, result }) => ({ type: 'tool_result', tool_use_id: id, content: result }))),
    ],
  },
  responses: {
    path: '/responses',
    first: user,
    body: (input) => ({
      ...{ model, input, stream: true },
      tools: tools.map(({ name, schema }) => ({ type: 'function', name, parameters: schema })),
    }),
    calls: (events) =>
      events
        .flatMap(({ type, item }) => (type === 'response.output_item.done' ? [item] : []))
        .filter(({ type }) => type === 'function_call')
        .map(({ call_id: id, name, arguments: words }) => ({ id, name, input: JSON.parse(words) })),
    next: (calls) =>
      calls.flatMap(({ id, name, input, result }) => [
        { type: 'function_call', call_id: id, name, arguments: JSON.stringify(input) },
        { type: 'function_call_output', call_id: id, output: result },
      ]),
  },
  chat: {
    path: '/chat/completions',
    first: user,
    body: (messages) => ({
      ...{ model, messages, stream: true, stream_options: { include_usage: true } },
      tools: tools.map(({ name, schema }) => ({ type: 'function', function: { name, parameters: schema } })),
    }),
    calls: (events) =>
      events
        .flatMap(({ choices }) => choices?.[0]?.delta.tool_calls ?? [])
        .map(({ id, function: { name, arguments: words } }) => ({ id, name, input: JSON.parse(words) })),
    next: (calls) => [
      {
        role: 'assistant',
        tool_calls: calls.map(({ id, name, input }) => ({
          ...{ id, type: 'function', function: { name, arguments: JSON.stringify(input) } },
        })),
      },
      ...calls.map(({ id, result }) => ({ role: 'tool', tool_call_id: id, content: result })),
    ],
  },
  gemini: {
    path: `/v1beta/models/${model}:streamGenerateContent?alt=sse`,
    first: (task) => ({ role: 'user', parts: [{ text: task }] }),
    body: (contents) => ({
      contents,
      tools: [{ functionDeclarations: tools.map(({ name, schema }) => ({ name, parameters: schema })) }],
    }),
    calls: (events) =>
      events
        .flatMap(({ candidates }) => candidates[0].content.parts)
        .flatMap(({ functionCall: call }) => (call ? [{ name: call.name, input: call.args }] : [])),
    next: (calls) => [
      {
        role: 'model',
        parts: calls.map(({ name, input }) => ({ functionCall: { name, args: input } })),
      },
      {
        role: 'user',
        parts: calls.map(({ name, result }) => ({ functionResponse: { name, response: { result } } })),
      },
    ],
  },
};
const { path, first, body, calls: callsIn, next } = wires[wire];

/** The calls of one answer; null if two tries gave none. */
async function ask(said) {
  for (let attempt = 0; attempt < 2; attempt += 1)
    try {
      const response = await fetch(`${baseUrl}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify(body(said)),
      });
      const answer = await response.text();
      if (!response.ok) continue;
      const lines = answer.split('\n').filter((line) => line.startsWith('data: {'));
      return callsIn(lines.map((line) => JSON.parse(line.slice(6))));
    } catch {
      // The answer broke off.
    }
  return null;
}

const said = [first(readFileSync(0, 'utf8'))];
for (let calls = [null]; calls.length > 0;) {
  calls = await ask(said);
  if (calls === null) {
    actions.write({ path: 'src/half.mjs', content: 'export const half = () => 42;\n' });
    break;
  }
  said.push(...next(calls.map((call) => ({ ...call, result: actions[call.name](call.input) }))));
}
