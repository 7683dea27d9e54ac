import type { AgentWire } from '../../src/core/agent.ts';
import { aRequest, wireNames } from '../../src/testing/doubles/open-test-proxy.ts';
import { agentCase } from './agent-case.ts';
import type { HostileCase } from '../hostile-case.ts';

/** Requests of one interface that reach beyond the model; each is sent once, by its name. */
type Tries = {
  /** Where an answer is asked for. */
  readonly path: string;
  /** What is sent in a request that is otherwise plain. */
  readonly more: Readonly<Record<string, object>>;
  /** What is asked for elsewhere at the vendor: METHOD PATH. */
  readonly elsewhere: readonly string[];
};

const url = 'http://example.com/x';

/** The same in every interface of a vendor's side: an address instead of a message. */
const said = (content: unknown): object => ({ messages: [{ role: 'user', content: [content] }] });
const input = (item: object): object => ({ input: [item] });
const part = (item: object): object => ({ contents: [{ role: 'user', parts: [item] }] });

const tries: Readonly<Record<AgentWire, Tries>> = {
  messages: {
    path: '/v1/messages',
    more: {
      ...toolsOfType(['web_search_20250305', 'web_fetch_20250910', 'code_execution_20250825', 'mcp_toolset']),
      ...toolsOfType(['tool_search_tool_regex_20251119', 'computer_20250124', 'memory_20250818', 'unknown']),
      'mcp servers': { mcp_servers: [{ type: 'url', url, name: 'a' }] },
      container: { container: 'c' },
      image: said({ type: 'image', source: { type: 'url', url } }),
      document: said({ type: 'document', source: { type: 'file', file_id: 'f' } }),
      'upload of a container': said({ type: 'container_upload', file_id: 'f' }),
      'call of the server': said({ type: 'server_tool_use', id: 'a', name: 'web_search', input: {} }),
      'another model': { model: 'another' },
    },
    elsewhere: ['POST /v1/files', 'POST /v1/messages/batches', 'GET /v1/files/f/content', 'POST /v1/skills'],
  },
  responses: {
    path: '/v1/responses',
    more: {
      ...toolsOfType(['web_search', 'web_search_preview', 'code_interpreter', 'file_search', 'mcp', 'shell']),
      ...toolsOfType(['computer_use_preview', 'image_generation', 'tool_search', 'unknown']),
      'a tool in the input': input({ type: 'additional_tools', tools: [{ type: 'web_search' }] }),
      'a chosen tool': { tool_choice: { type: 'web_search' } },
      'earlier response': { previous_response_id: 'resp_1' },
      conversation: { conversation: 'conv_1' },
      prompt: { prompt: { id: 'pmpt_1' } },
      store: { store: true },
      background: { background: true },
      'stored item': input({ type: 'item_reference', id: 'msg_1' }),
      image: input({ role: 'user', content: [{ type: 'input_image', image_url: url }] }),
      file: input({ role: 'user', content: [{ type: 'input_file', file_id: 'f' }] }),
      'file by address': input({ role: 'user', content: [{ type: 'input_file', file_url: url }] }),
      'another model': { model: 'another' },
    },
    elsewhere: [
      'POST /v1/files',
      'GET /v1/responses/resp_1',
      'POST /v1/conversations',
      'POST /v1/vector_stores',
    ],
  },
  chat: {
    path: '/v1/chat/completions',
    more: {
      ...toolsOfType(['web_search', 'web_search_preview', 'code_interpreter', 'file_search', 'mcp']),
      ...toolsOfType(['computer_use_preview', 'image_generation', 'unknown']),
      'search options': { web_search_options: {} },
      plugins: { plugins: [{ id: 'web' }] },
      image: said({ type: 'image_url', image_url: { url } }),
      file: said({ type: 'file', file: { file_id: 'f' } }),
      store: { store: true },
      'another model': { model: 'another' },
      'other models': { models: ['another'] },
    },
    elsewhere: ['POST /v1/files', 'POST /v1/responses', 'GET /v1/chat/completions/c', 'POST /v1/assistants'],
  },
  gemini: {
    path: '/v1beta/models/the-model:generateContent',
    more: {
      ...Object.fromEntries(
        [
          'googleSearch',
          'google_search',
          'googleSearchRetrieval',
          'urlContext',
          'codeExecution',
          'fileSearch',
        ]
          .concat(['computerUse', 'googleMaps', 'mcpServers', 'unknown'])
          .map((name) => [name, { tools: [{ [name]: {} }] }]),
      ),
      file: part({ fileData: { fileUri: url } }),
      'file in the other spelling': part({ file_data: { file_uri: url } }),
      'a call of code': part({ executableCode: { language: 'PYTHON', code: 'x' } }),
      'stored content': { cachedContent: 'cachedContents/c' },
      'a file in a second spelling': {
        systemInstruction: { parts: [{ text: 'x' }] },
        system_instruction: { parts: [{ fileData: { fileUri: url } }] },
      },
      'several answers': { generationConfig: { candidateCount: 8 } },
    },
    elsewhere: [
      'POST /v1beta/models/another:generateContent',
      'POST /v1beta/models/the-model:batchGenerateContent',
      'POST /v1beta/models/the-model:predict',
      'POST /v1beta/cachedContents',
      'POST /upload/v1beta/files',
    ],
  },
};

/** An agent that asks its proxy, over each interface, for what is not the answer of its model. */
export const agentRequestCases: readonly HostileCase[] = wireNames.map((wire) => {
  const { path, more, elsewhere } = tries[wire];
  const plain = wire === 'gemini' ? {} : { model: 'the-model', stream: false };
  const bodies = Object.entries(more).map(([name, change]) => [
    name,
    aRequest(wire, { ...plain, ...change }),
  ]);
  return agentCase(
    `an agent that asks its proxy for more over ${wire}`,
    'other hosts, paths, models and protocols, each hosted tool, files and addresses at the vendor, stored answers',
    {
      ...{ asRootToo: true, wire },
      script: `
const path = ${JSON.stringify(path)}; const plain = ${JSON.stringify(aRequest(wire, plain))};
const tell = ({ status }, what) => console.log((status >= 200 && status < 300 || status === 0 ? 'ESCAPED ' : 'refused ') + status + ' ' + what);
for (const [what, body] of ${JSON.stringify(bodies)}) tell(await asked(path, body), what);
for (const line of ${JSON.stringify(elsewhere)}) { const [method, place] = line.split(' '); tell(await asked(place, method === 'GET' ? null : plain, {}, method), line); }
tell(await asked('http://statsig.example' + path, plain), 'another host'); tell(await asked('/' + path, plain), 'an empty folder');
tell(await asked(path + '/../files', plain), 'a folder above'); tell(await asked(path, null, {}, 'GET'), 'GET');
tell(await asked(path, null, { connection: 'Upgrade', upgrade: 'websocket' }, 'GET'), 'upgrade');`,
      check: ({ run, asked }) => {
        const made = run?.transcript.match(/^refused \d+ /gm)?.length ?? 0;
        const all = bodies.length + elsewhere.length + 5;
        if (made !== all) return `${made} of ${all} requests were refused`;
        // The first is the plain one of every case.
        return asked.length === 1 ? null : `the vendor was asked ${asked.length} times`;
      },
    },
  );
});

function toolsOfType(types: readonly string[]): Readonly<Record<string, object>> {
  return Object.fromEntries(types.map((type) => [`tool ${type}`, { tools: [{ type, name: 'a' }] }]));
}
