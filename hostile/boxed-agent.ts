import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { agentClient } from '../src/adapters/agent/agent-client.ts';
import type { AgentTools } from '../src/adapters/agent/agent-tools.ts';
import { openAgentProxy } from '../src/adapters/agent-proxies.ts';
import { cleanEnvironment, ownUser } from '../src/adapters/process/environment.ts';
import { keepSecret } from '../src/adapters/process/secrets.ts';
import type { AgentWire } from '../src/core/agent.ts';
import { wireProviders } from '../src/core/agents/wire-providers.ts';
import type { AgentRun } from '../src/core/generation/completion.ts';
import { providers } from '../src/core/providers.ts';
import type { AgentModel } from '../src/core/settings.ts';
import type { Sandbox } from '../src/ports/sandbox.ts';
import { wires } from '../src/testing/doubles/open-test-proxy.ts';

/** What came of an agent's run, and what its vendor was asked. */
export type BoxedRun = {
  readonly run: AgentRun | null;
  /** Everything of the reply, as it would be stored. */
  readonly stored: string;
  readonly asked: readonly {
    readonly path: string;
    readonly key: string | undefined;
    readonly body: string;
  }[];
};

/** How one is started. */
export type BoxedAs = {
  /** The interface through which it asks its model. */
  readonly wire: AgentWire;
  /** One unless said. */
  readonly minutes?: number | undefined;
};

/** Where agents are run: the sandbox of the suite, and the key that their vendor wants. */
type AgentPlace = {
  readonly sandbox: Sandbox;
  readonly path: string;
  readonly key: string;
  /** A folder for them. */
  readonly folder: string;
  /** The folder in which the bridge lies. */
  readonly place: string;
};

let made = 0;

/** Runs scripts as agents, each in its box, with the proxy, between it and a vendor that says its key back. */
export function agentsIn(place: AgentPlace): {
  readonly agent: (script: string, of: BoxedAs) => Promise<BoxedRun>;
} {
  keepSecret(place.key);
  return {
    agent: async (script, { wire, minutes = 1 }) => {
      await using vendor = await openVendor(wire);
      const model = await modelOf(place, { script, wire, minutes, port: vendor.port });
      const reply = await agentClient({ model, apiKey: place.key }, toolsIn(place)).complete({
        prompt: {
          ...{ system: '', user: 'Write it.', nonce: 'N' },
          folder: { files: [{ path: 'SPEC.md', text: '# Spec\n' }], isOpen: false },
        },
        signal: new AbortController().signal,
        onFirstEvent: () => undefined,
        isAlone: true,
      });
      const run = reply.kind === 'completed' ? (reply.completion.agent ?? null) : null;
      return { run, stored: JSON.stringify(reply), asked: vendor.asked };
    },
  };
}

function toolsIn({ sandbox, folder, place, path }: AgentPlace): AgentTools {
  return {
    sandbox: async () => sandbox,
    sandboxAlone: async () => sandbox,
    find: async () => ({ kind: 'found', shown: [{ from: join(folder, 'agents'), to: '/agents' }] }),
    openProxy: openAgentProxy,
    box: {
      ...{ temporaryRoot: join(folder, 'boxes'), bridge: join(place, 'agent-bridge.mjs') },
      ...{ node: process.execPath, asNobody: ownUser().uid === 0 },
    },
    environmentOf: (places) => cleanEnvironment({ ...places, path }),
  };
}

async function openVendor(
  wire: AgentWire,
): Promise<AsyncDisposable & { readonly port: number; readonly asked: BoxedRun['asked'] }> {
  const header = providers[wireProviders[wire]].keyHeader.name;
  const asked: BoxedRun['asked'][number][] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const key = request.headers[header]?.toString();
      asked.push({ path: `${request.method} ${request.url}`, key, body });
      response.setHeader('content-type', 'application/json');
      response.setHeader('x-key', key ?? '');
      response.end(JSON.stringify(answers[wire](`your key is ${key}`)));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    asked,
    port: typeof address === 'object' && address !== null ? address.port : 0,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}

async function modelOf(
  place: AgentPlace,
  of: { readonly wire: AgentWire; readonly script: string; readonly minutes: number; readonly port: number },
): Promise<AgentModel> {
  const name = `agent-${(made += 1)}.mjs`;
  await mkdir(join(place.folder, 'agents'), { recursive: true });
  await chmod(place.folder, 0o755);
  await writeFile(join(place.folder, 'agents', name), of.script);
  const start = { argv: ['node', `/agents/${name}`], environment: { KEY: '{key}' }, seeds: {} };
  return {
    ...{ id: 'hostile', provider: wireProviders[of.wire], name: 'the-model', apiKeyEnv: 'KEY', effort: null },
    ...{
      baseUrl: `http://127.0.0.1:${of.port}${wires[of.wire].basePath}`,
      maxOutputTokens: 1000,
      idleMs: 60_000,
      params: {},
    },
    price: { input: 1, output: 1 },
    agent: {
      ...{ name: 'hostile', wire: of.wire, closed: start, open: start, reads: [], version: '1' },
      limits: { turns: 5, tokens: 1_000_000, usd: null, minutes: of.minutes },
      program: { versionWords: [], smallestVersion: null, packageName: null },
    },
  };
}

/** A whole answer that says this, in each interface. */
const answers: Readonly<Record<AgentWire, (content: string) => object>> = {
  messages: (text) => ({
    ...{ id: 'm', type: 'message', role: 'assistant', model: 'the-model', stop_sequence: null },
    content: [{ type: 'text', text }],
    ...{ stop_reason: 'end_turn', usage: { input_tokens: 10, output_tokens: 5 } },
  }),
  responses: (text) => ({
    ...{ id: 'r', object: 'response', created_at: 1, model: 'the-model', status: 'completed', error: null },
    output: [
      {
        ...{ id: 'm', type: 'message', role: 'assistant', status: 'completed' },
        content: [{ type: 'output_text', text, annotations: [] }],
      },
    ],
    usage: { input_tokens: 10, output_tokens: 5, total_tokens: 15 },
  }),
  chat: (content) => ({
    ...{ id: 'c', object: 'chat.completion', created: 1, model: 'the-model' },
    choices: [
      {
        ...{ index: 0, message: { role: 'assistant', content, refusal: null } },
        ...{ finish_reason: 'stop', logprobs: null },
      },
    ],
    usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
  }),
  gemini: (text) => ({
    ...{ responseId: 'g', modelVersion: 'the-model' },
    candidates: [{ content: { role: 'model', parts: [{ text }] }, finishReason: 'STOP', index: 0 }],
    usageMetadata: { promptTokenCount: 10, candidatesTokenCount: 5, totalTokenCount: 15 },
  }),
};
