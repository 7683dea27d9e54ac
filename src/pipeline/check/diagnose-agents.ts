import { atOnce } from '../../core/at-once.ts';
import { presetNames } from '../../core/agents/presets.ts';
import { agentOfPreset } from '../../core/agents/agent-of-preset.ts';
import type { Agent } from '../../core/agent.ts';
import type { AgentModel, Settings } from '../../core/settings.ts';
import { UserError } from '../../errors.ts';
import type { Ports } from '../engine/engine.ts';
import { isAgentModel } from '../specs/agent-versions.ts';
import { someOf, type Finding } from './finding.ts';

type Asked = Pick<Ports, 'agentVersionOf' | 'unusedAgentVersion'>;

/**
 * Which agents are installed and in what version, what each reads by itself, and whether its network can be cut: of
 * those that are configured, and of every preset. Only what lies on PATH is started.
 */
export async function diagnoseAgents(ports: Asked, { models }: Settings): Promise<readonly Finding[]> {
  const agents = new Map(models.filter(isAgentModel).map((model) => [model.agent.name, model]));
  const found: Finding[] = [];
  for (const model of agents.values()) found.push(...(await configured(ports, model)));
  return [...found, ...(await presetsBeside(ports, new Set(agents.keys())))];
}

async function configured({ agentVersionOf }: Asked, model: AgentModel): Promise<readonly Finding[]> {
  const { agent } = model;
  const { name, version: wanted } = agent;
  if (agentVersionOf === undefined) return [];
  try {
    const version = await agentVersionOf(model);
    if (wanted !== null && wanted !== version)
      return [
        {
          kind: 'wrong',
          text: `agent: ${name} is installed in version ${version}, and \`version\` says ${wanted}.`,
        },
      ];
    return [
      {
        kind: 'fine',
        text: `agent: ${name} ${version} is installed; it runs without a network and without the key. ${readWords(agent)}.`,
      },
    ];
  } catch (error) {
    if (error instanceof UserError) return [{ kind: 'wrong', text: `agent: ${error.message}` }];
    throw error;
  }
}

/** What could be configured here too. Nothing about it is wrong, because no check asks it. */
async function presetsBeside(
  { unusedAgentVersion }: Asked,
  named: ReadonlySet<string>,
): Promise<readonly Finding[]> {
  if (unusedAgentVersion === undefined) return [];
  const others = presetNames.filter((name) => !named.has(name));
  const found = await atOnce(others, async (name) => {
    const agent = agentOfPreset(name);
    try {
      const version = await unusedAgentVersion(agent);
      if (version === null) return null;
      return `agent: ${name} ${version} is installed, and no model uses it. ${readWords(agent)}.`;
    } catch (error) {
      if (error instanceof UserError) return `agent: no model uses ${name}: ${error.message}`;
      throw error;
    }
  });
  const absent = others.filter((_, index) => found[index] === null);
  const texts = found.filter((text) => text !== null);
  const rest =
    absent.length === 0 ? [] : [`agents: not installed, and no model uses them: ${absent.join(', ')}.`];
  return [...texts, ...rest].map((text) => ({ kind: 'fine', text }));
}

function readWords({ reads }: Pick<Agent, 'reads'>): string {
  return reads.length === 0
    ? 'What it reads by itself is not known'
    : `By itself it reads ${someOf(reads)}, only where one of them is the spec`;
}
