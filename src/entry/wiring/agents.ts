import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import PQueue from 'p-queue';
import { agentClient, type AgentAccount } from '../../adapters/agent/agent-client.ts';
import type { AgentTools } from '../../adapters/agent/agent-tools.ts';
import { askAgentVersion } from '../../adapters/agent/agent-version.ts';
import type { SideBySide } from '../../adapters/agent/side-by-side.ts';
import { openAgentProxy } from '../../adapters/agent-proxies.ts';
import {
  cleanEnvironment,
  hostPath,
  hostTemporaryRoot,
  ownNode,
  ownUser,
} from '../../adapters/process/environment.ts';
import { findAgent } from '../../adapters/sandbox/programs/find-agent.ts';
import type { Agent } from '../../core/agent.ts';
import type { AgentModel } from '../../core/settings.ts';
import type { ModelClient } from '../../ports/model-client.ts';
import type { Sandbox } from '../../ports/sandbox.ts';

/** The agents of one run. */
export type Agents = {
  readonly clientOf: (account: AgentAccount) => ModelClient;
  /** Asked once for each program. Throws AGENT_UNUSABLE. */
  readonly versionOf: (model: AgentModel) => Promise<string>;
  /** The same; null = its program is not on PATH. */
  readonly versionIfThere: (agent: Agent) => Promise<string | null>;
};

/** `company` knows everything that runs in the sandbox. */
type Surroundings = {
  readonly sandbox: () => Promise<Sandbox>;
  readonly company: SideBySide;
  /** Absolute path of the checkout. */
  readonly checkout: string;
  /** Absolute path of the reporter that node:test loads; the bridge lies next to it. */
  readonly nodeTestReporter: string;
};

/** Connects agents to the sandbox of the run. */
export function openAgents(of: Surroundings): Agents {
  const tools = toolsIn(of);
  // Each takes some hundred megabytes and, as it starts, a core.
  const places = new PQueue({ concurrency: Math.max(2, availableParallelism()) });
  const versions = new Map<string, Promise<string>>();
  const versionOf = (agent: Agent): Promise<string> => {
    const key = JSON.stringify([agent.closed.argv[0], agent.program]);
    const asked = versions.get(key) ?? askAgentVersion(agent, tools);
    versions.set(key, asked);
    return asked;
  };
  return {
    clientOf: (account) => {
      const client = agentClient(account, tools);
      return { complete: (request) => places.add(() => client.complete(request)) };
    },
    versionOf: ({ agent }) => versionOf(agent),
    versionIfThere: async (agent) => {
      const found = await tools.find(agent.closed.argv[0] ?? '');
      return found.kind === 'absent' ? null : versionOf(agent);
    },
  };
}

// An agent with a shell may try its code, and what Python leaves there would break the rules for files.
const withoutLeftovers = { PYTHONDONTWRITEBYTECODE: '1', PYTEST_ADDOPTS: '-p no:cacheprovider' };

function toolsIn({ sandbox, company, checkout, nodeTestReporter }: Surroundings): AgentTools {
  const path = hostPath();
  const temporaryRoot = hostTemporaryRoot();
  const asNobody = ownUser().uid === 0;
  return {
    sandbox: async () => {
      const opened = await sandbox();
      return { ...opened, run: (request) => company.beside(() => opened.run(request)) };
    },
    sandboxAlone: async () => {
      const opened = await sandbox();
      return { run: (request) => company.alone(() => opened.run(request)) };
    },
    find: (program) => findAgent(program, { path, asNobody, changeable: [checkout, temporaryRoot] }),
    openProxy: openAgentProxy,
    box: {
      ...{ temporaryRoot, asNobody, node: ownNode() },
      bridge: join(dirname(nodeTestReporter), 'agent-bridge.mjs'),
    },
    environmentOf: (places) => ({ ...cleanEnvironment({ ...places, path }), ...withoutLeftovers }),
  };
}
