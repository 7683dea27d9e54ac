import { createServer, connect, type Server } from 'node:net';
import { join } from 'node:path';
import { openAgentProxy } from '../../adapters/agent-proxies.ts';
import type { AgentLimits, AgentWire } from '../../core/agent.ts';
import type { WireFacts } from '../../core/agents/wire-facts.ts';
import type { Prompt } from '../../core/generation/completion.ts';
import type { ProviderName } from '../../core/providers.ts';
import type { Model } from '../../core/settings.ts';
import type { AgentProxyOptions } from '../../ports/agent-proxy.ts';
import { anAgent } from '../builders/an-agent-run.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { aModel, testKey } from './model-double/api-clients.ts';

/** The provider whose interface each wire is, and a small request in it. */
export const wires = {
  messages: { provider: 'anthropic', basePath: '', path: '/v1/messages' },
  responses: { provider: 'openai', basePath: '/v1', path: '/v1/responses' },
  chat: { provider: 'openai-compatible', basePath: '/v1', path: '/v1/chat/completions' },
  gemini: {
    provider: 'google',
    basePath: '',
    path: '/v1beta/models/simulated-a:streamGenerateContent?alt=sse',
  },
} as const satisfies Readonly<
  Record<AgentWire, { readonly provider: ProviderName; readonly basePath: string; readonly path: string }>
>;

/** All of them. */
export const wireNames = ['messages', 'responses', 'chat', 'gemini'] as const satisfies readonly AgentWire[];

/** A small request of an agent, with a tool of its own. */
export function aRequest(
  wire: AgentWire,
  change: object = {},
  { system, user }: Pick<Prompt, 'system' | 'user'> = { system: 'Write files.', user: 'Hello.' },
): object {
  const parameters = { type: 'object', properties: { path: { type: 'string' } } };
  const model = 'simulated-a';
  const bodies: Readonly<Record<AgentWire, object>> = {
    messages: {
      ...{ model, max_tokens: 1000, stream: true, system },
      messages: [{ role: 'user', content: user }],
      tools: [{ name: 'write', input_schema: parameters }],
    },
    responses: {
      ...{ model, stream: true, instructions: system, input: user },
      tools: [{ type: 'function', name: 'write', parameters }],
    },
    chat: {
      ...{ model, stream: true, stream_options: { include_usage: true } },
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ],
      tools: [{ type: 'function', function: { name: 'write', parameters } }],
    },
    gemini: {
      systemInstruction: { parts: [{ text: system }] },
      contents: [{ role: 'user', parts: [{ text: user }] }],
      tools: [{ functionDeclarations: [{ name: 'write', parameters }] }],
    },
  };
  return { ...bodies[wire], ...change };
}

/** A proxy in front of a server, and a loopback port that leads to its socket as the one inside a box does. */
export interface TestProxy extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`, as an agent is given it, without the version. */
  readonly url: string;
  readonly socketPath: string;
  readonly firstEvents: () => number;
  readonly facts: () => WireFacts;
  /** One request of an agent. */
  readonly ask: (body?: unknown, init?: RequestInit & { readonly path?: string }) => Promise<Response>;
}

/** Opens it; everything that is not given is as in most tests. */
export async function openTestProxy(
  wire: AgentWire,
  serverUrl: string,
  change: Partial<Omit<AgentProxyOptions, 'model'>> & {
    readonly modelChange?: Partial<Omit<Model, 'agent'>>;
    readonly limits?: Partial<AgentLimits>;
  } = {},
): Promise<TestProxy> {
  const { provider, basePath, path } = wires[wire];
  const folder = await temporaryFolder();
  const socketPath = join(folder.path, 'proxy.sock');
  const { modelChange, limits, ...options } = change;
  let firstEvents = 0;
  const proxy = await openAgentProxy({
    ...{ socketPath, apiKey: testKey, signal: new AbortController().signal },
    model: {
      ...aModel({ name: provider, basePath }, serverUrl, modelChange),
      agent: anAgent({ wire, limits: { turns: 50, tokens: 1e9, usd: null, minutes: 1, ...limits } }),
    },
    onFirstEvent: () => {
      firstEvents += 1;
    },
    ...options,
  });
  const bridge = await bridgeTo(socketPath);
  return {
    ...{ url: bridge.url, socketPath, firstEvents: () => firstEvents, facts: () => proxy.facts() },
    ask: async (body = aRequest(wire), init = {}) =>
      fetch(`${bridge.url}${init.path ?? path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        ...init,
      }),
    [Symbol.asyncDispose]: async () => {
      await bridge.close();
      await proxy[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

async function bridgeTo(socketPath: string) {
  const sockets = new Set<{ destroy: () => void }>();
  const server: Server = createServer((client) => {
    const inner = connect(socketPath);
    for (const [one, other] of [
      [client, inner],
      [inner, client],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      const closed = new Promise((resolve) => void server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
