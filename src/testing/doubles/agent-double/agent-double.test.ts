import Anthropic from '@anthropic-ai/sdk';
import { expect, test } from '@jest/globals';
import OpenAI from 'openai';
import type { SimulatedModel } from '../../../adapters/simulated/simulated-model.ts';
import { startAgentDouble } from '../agent-double.ts';

const task = 'Implement the spec in SPEC.md.';
const spec = '# Sum\n';
const properties = (...names: readonly string[]) => ({
  type: 'object' as const,
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
});
const echo: SimulatedModel = {
  name: 'simulated-echo',
  write: ({ specText, sample }) => [
    { path: 'src/a.txt', content: `${sample}: ${specText}` },
    { path: "src/it's.txt", content: 'b' },
  ],
};
const double = async (faults?: (call: number) => number | null) =>
  startAgentDouble([echo], {
    specPath: 'SPEC.md',
    isSpec: (text) => text.includes('# Sum'),
    ...(faults === undefined ? {} : { faults }),
  });

test('over Messages it reads the spec with the agent’s tool, writes by habit, and ends, as Anthropic’s SDK reads it', async () => {
  await using server = await double();
  const client = new Anthropic({ baseURL: server.url, apiKey: 'k', maxRetries: 0 });
  const ask = async (results: readonly string[]) =>
    client.messages
      .stream({
        ...{ model: 'simulated-echo', max_tokens: 9 },
        messages: [
          { role: 'user', content: task },
          ...results.map((content) => ({
            role: 'user' as const,
            content: [{ type: 'tool_result' as const, tool_use_id: 'x', content }],
          })),
        ],
        tools: [
          { name: 'Read', input_schema: properties('file_path') },
          { name: 'Write', input_schema: properties('file_path', 'content') },
        ],
      })
      .finalMessage();

  const [read, written, done] = [await ask([]), await ask([spec]), await ask([spec, 'ok', 'ok'])];

  expect(read.stop_reason).toBe('tool_use');
  expect(read.content).toMatchObject([{ type: 'tool_use', name: 'Read', input: { file_path: 'SPEC.md' } }]);
  expect(written.content).toMatchObject([
    { name: 'Write', input: { file_path: 'src/a.txt', content: `0: ${spec}` } },
    { name: 'Write', input: { file_path: "src/it's.txt", content: 'b' } },
  ]);
  expect(done).toMatchObject({ stop_reason: 'end_turn', content: [{ type: 'text', text: 'Done.' }] });
  expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill('Bearer k'));
});

test('over Chat Completions the same, as OpenAI’s SDK reads it', async () => {
  await using server = await double();
  const client = new OpenAI({ baseURL: `${server.url}/v1`, apiKey: 'k', maxRetries: 0 });
  const tool = (name: string, ...names: readonly string[]) => ({
    type: 'function' as const,
    function: { name, parameters: properties(...names) },
  });
  const ask = async (results: readonly string[]) =>
    client.chat.completions
      .stream({
        model: 'simulated-echo',
        messages: [
          { role: 'user', content: task },
          ...results.map((content) => ({ role: 'tool' as const, tool_call_id: 'x', content })),
        ],
        tools: [tool('view', 'path'), tool('create', 'path', 'file_text')],
      })
      .finalChatCompletion();

  const [read, written, done] = [await ask([]), await ask([spec]), await ask([spec, 'ok', 'ok'])];

  const callsOf = ({ choices }: typeof read) =>
    choices[0]?.message.tool_calls?.map((call) => (call.type === 'function' ? call.function : null));
  expect(callsOf(read)).toMatchObject([{ name: 'view', arguments: '{"path":"SPEC.md"}' }]);
  expect(callsOf(written)).toMatchObject([
    { name: 'create', arguments: JSON.stringify({ path: 'src/a.txt', file_text: `0: ${spec}` }) },
    { name: 'create' },
  ]);
  expect(done.choices[0]?.message.content).toBe('Done.');
});

test('over Responses it finds tools that come as an item of the input, and writes a script for one that takes text', async () => {
  await using server = await double();
  const client = new OpenAI({ baseURL: `${server.url}/v1`, apiKey: 'k', maxRetries: 0 });
  const exec = { type: 'custom', name: 'exec' };
  const group = { type: 'namespace', name: 'functions', tools: [exec] };
  const ask = async (results: readonly string[]) =>
    client.responses
      .stream({
        model: 'simulated-echo',
        input: [
          { type: 'additional_tools', tools: [group] },
          { role: 'user', content: task },
          ...results.map((output) => ({ type: 'custom_tool_call_output', call_id: 'x', output })),
        ] as never,
      })
      .finalResponse();

  const [read, written, done] = [await ask([]), await ask([spec]), await ask([spec, 'ok', 'ok'])];

  expect(read.output).toMatchObject([{ type: 'custom_tool_call', name: 'exec', namespace: 'functions' }]);
  expect(JSON.stringify(read.output)).toContain("cat 'SPEC.md'");
  expect(written.output).toHaveLength(2);
  expect(done.output_text).toBe('Done.');
});

test('over generateContent the same', async () => {
  await using server = await double();
  const ask = async (results: readonly string[]) => {
    const response = await fetch(`${server.url}/v1beta/models/simulated-echo:generateContent`, {
      method: 'POST',
      body: JSON.stringify({
        contents: [
          { role: 'user', parts: [{ text: task }] },
          ...results.map((output) => ({
            parts: [{ functionResponse: { name: 'x', response: { output } } }],
          })),
        ],
        tools: [
          {
            functionDeclarations: [
              { name: 'read_file', parametersJsonSchema: properties('file_path') },
              { name: 'write_file', parameters: properties('file_path', 'content') },
            ],
          },
        ],
      }),
    });
    return JSON.stringify(await response.json());
  };

  expect(await ask([])).toContain('{"functionCall":{"name":"read_file","args":{"file_path":"SPEC.md"}}}');
  expect(await ask([spec])).toContain('"content":"0: # Sum');
  expect(await ask([spec, 'ok'])).toContain('"text":"Done."');
});

test('a prompt that holds the spec is not taken for one that was read, and an error of a tool is told', async () => {
  await using server = await double();
  const ask = async (messages: readonly unknown[]) => {
    const parameters = properties('path', 'content');
    const tools = ['read', 'write'].map((name) => ({ type: 'function', function: { name, parameters } }));
    const body = JSON.stringify({ model: 'simulated-echo', messages, tools });
    return (await fetch(`${server.url}/v1/chat/completions`, { method: 'POST', body })).text();
  };
  const held = { role: 'user', content: `${task}\n${spec}` };

  const placed = { role: 'user', content: `${task}\nCurrent working directory: /mnt/work\n` };

  expect(await ask([held])).toContain('"name":"read"');
  expect(await ask([placed])).toContain('/mnt/work/SPEC.md');
  expect(await ask([held, { role: 'tool', content: 'ENOENT' }])).toContain('This is not the spec: ENOENT');
  expect(await ask([{ role: 'user', content: 'Give it a title.' }])).toContain('No spec is named.');
});

test('it fails as scripted, and knows no other model and no other path', async () => {
  await using server = await double((call) => (call === 1 ? 503 : null));
  const status = async (path: string, model: string) => {
    const body = JSON.stringify({ model, messages: [{ role: 'user', content: task }] });
    return (await fetch(`${server.url}${path}`, { method: 'POST', body })).status;
  };

  expect(await status('/v1/chat/completions', 'simulated-echo')).toBe(200);
  expect(await status('/v1/chat/completions', 'simulated-echo')).toBe(503);
  expect(await status('/v1/chat/completions', 'another')).toBe(404);
  expect(await status('/v1/files', 'simulated-echo')).toBe(404);
});
