import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { agentClient } from '../src/adapters/agent/agent-client.ts';
import type { AgentTools } from '../src/adapters/agent/agent-tools.ts';
import { openAgentProxy } from '../src/adapters/agent-proxies.ts';
import { cleanEnvironment, ownUser } from '../src/adapters/process/environment.ts';
import { keepSecret } from '../src/adapters/process/secrets.ts';
import type { AgentRun } from '../src/core/generation/completion.ts';
import type { AgentModel } from '../src/core/settings.ts';
import type { Sandbox } from '../src/ports/sandbox.ts';

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
  readonly agent: (script: string, minutes?: number) => Promise<BoxedRun>;
} {
  keepSecret(place.key);
  return {
    agent: async (script, minutes = 1) => {
      await using vendor = await openVendor();
      const model = await modelOf(place, { script, minutes, port: vendor.port });
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

async function openVendor(): Promise<
  AsyncDisposable & { readonly port: number; readonly asked: BoxedRun['asked'] }
> {
  const asked: BoxedRun['asked'][number][] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const { authorization } = request.headers;
      asked.push({ path: `${request.method} ${request.url}`, key: authorization, body });
      response.setHeader('content-type', 'application/json');
      response.setHeader('x-key', authorization ?? '');
      response.end(answer(`your key is ${authorization}`));
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
  of: { readonly script: string; readonly minutes: number; readonly port: number },
): Promise<AgentModel> {
  const name = `agent-${(made += 1)}.mjs`;
  await mkdir(join(place.folder, 'agents'), { recursive: true });
  await chmod(place.folder, 0o755);
  await writeFile(join(place.folder, 'agents', name), of.script);
  const start = { argv: ['node', `/agents/${name}`], environment: { KEY: '{key}' }, seeds: {} };
  return {
    ...{ id: 'hostile', provider: 'openai-compatible', name: 'the-model', apiKeyEnv: 'KEY', effort: null },
    ...{ baseUrl: `http://127.0.0.1:${of.port}/v1`, maxOutputTokens: 1000, idleMs: 60_000, params: {} },
    price: { input: 1, output: 1 },
    agent: {
      ...{ name: 'hostile', wire: 'chat', closed: start, open: start, reads: [], version: '1' },
      limits: { turns: 5, tokens: 1_000_000, usd: null, minutes: of.minutes },
      program: { versionWords: [], smallestVersion: null, packageName: null },
    },
  };
}

function answer(content: string): string {
  const message = { role: 'assistant', content, refusal: null };
  return JSON.stringify({
    ...{ id: 'c', object: 'chat.completion', created: 1, model: 'the-model' },
    choices: [{ index: 0, message, finish_reason: 'stop', logprobs: null }],
    usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
  });
}
