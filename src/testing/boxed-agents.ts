import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { agentClient } from '../adapters/agent/agent-client.ts';
import type { AgentTools } from '../adapters/agent/agent-tools.ts';
import { SideBySide } from '../adapters/agent/side-by-side.ts';
import { cleanEnvironment, hostPath, ownNode, ownUser } from '../adapters/process/environment.ts';
import { findAgent } from '../adapters/sandbox/programs/find-agent.ts';
import type { AgentModel } from '../core/settings.ts';
import type { Prompt } from '../core/generation/completion.ts';
import type { Reply } from '../core/generation/reply.ts';
import type { OpenAgentProxy } from '../ports/agent-proxy.ts';
import type { AgentStart } from '../core/agent.ts';
import { aModel } from './builders/a-question.ts';
import { aCall, anAgent, wireFacts } from './builders/an-agent-run.ts';
import { openTestSandbox } from './open-test-sandbox.ts';

/** An agent that is a script, in a real box. */
export type ScriptedAgent = {
  /** JavaScript of a module. */
  readonly script: string;
  readonly files?: readonly { readonly path: string; readonly text: string }[];
  readonly task?: string;
  readonly start?: Partial<AgentStart>;
  readonly minutes?: number;
  readonly isAlone?: true;
  readonly signal?: AbortSignal;
};

/** Boxes for scripted agents, in the sandbox of a real run. The proxy is a stand-in that answers by itself. */
export type BoxedAgents = AsyncDisposable & {
  readonly ask: (agent: ScriptedAgent) => Promise<Reply>;
  readonly tools: AgentTools;
  readonly temporaryRoot: string;
  /** A folder on PATH. */
  readonly programs: string;
};

/** Opens them. */
export async function openBoxedAgents(openProxy: OpenAgentProxy = standIn): Promise<BoxedAgents> {
  const { sandbox, temporaryRoot, ...opened } = await openTestSandbox();
  const programs = join(temporaryRoot, 'programs');
  await mkdir(programs);
  const path = `${programs}:${hostPath()}`;
  const company = new SideBySide();
  const asNobody = ownUser().uid === 0;
  const tools: AgentTools = {
    sandbox: async () => ({ ...sandbox, run: (request) => company.beside(() => sandbox.run(request)) }),
    sandboxAlone: async () => ({ run: (request) => company.alone(() => sandbox.run(request)) }),
    find: (program) => findAgent(program, { path, changeable: [], asNobody }),
    openProxy,
    box: {
      ...{ temporaryRoot: join(temporaryRoot, 'boxes'), node: ownNode(), asNobody },
      bridge: 'src/inside/agent-bridge.mjs',
    },
    environmentOf: (places) => cleanEnvironment({ ...places, path }),
  };
  let made = 0;
  return {
    tools,
    temporaryRoot,
    programs,
    ask: async ({ script, files = [], task = 'Do it.', start = {}, minutes = 1, isAlone, signal }) => {
      const name = `scripted-${(made += 1)}.mjs`;
      await writeFile(join(programs, name), `#!/usr/bin/env node\n${script}`);
      await chmod(join(programs, name), 0o755);
      const started = { argv: [name], environment: {}, seeds: {}, ...start };
      const agent = anAgent({ name, closed: started, open: started });
      const model: AgentModel = { ...aModel(), agent: { ...agent, limits: { ...agent.limits, minutes } } };
      const prompt: Prompt = { system: '', user: task, nonce: 'N', folder: { files, isOpen: false } };
      return agentClient({ model, apiKey: null }, tools).complete({
        ...{ prompt, signal: signal ?? new AbortController().signal, onFirstEvent: () => undefined },
        ...(isAlone === true ? { isAlone } : {}),
      });
    },
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}

/** Says what it was asked, and saw one good call besides. */
async function standIn({ socketPath, signal }: Parameters<OpenAgentProxy>[0]): ReturnType<OpenAgentProxy> {
  const calls = [aCall()];
  const server = createServer((request, response) => {
    calls.push(aCall());
    response.end(`${request.method} ${request.url} ${signal.aborted}`);
  });
  await new Promise<void>((resolve) => void server.listen(socketPath, resolve));
  return {
    facts: () => wireFacts({ calls }),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}
