import type { AgentModel, Settings } from '../../core/settings.ts';
import { UserError } from '../../errors.ts';
import type { Ports } from '../engine/engine.ts';
import { isAgentModel } from '../specs/agent-versions.ts';
import { someOf, type Finding } from './finding.ts';

/** Which agents are installed and in what version, what each reads by itself, and whether its network can be cut. */
export async function diagnoseAgents(
  ports: Pick<Ports, 'agentVersionOf'>,
  { models }: Settings,
): Promise<readonly Finding[]> {
  const agents = new Map(models.filter(isAgentModel).map((model) => [model.agent.name, model]));
  const found: Finding[] = [];
  for (const model of agents.values()) found.push(...(await findingsOf(ports, model)));
  return found;
}

async function findingsOf(
  { agentVersionOf }: Pick<Ports, 'agentVersionOf'>,
  model: AgentModel,
): Promise<readonly Finding[]> {
  const { name, reads, version: wanted } = model.agent;
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
    const read =
      reads.length === 0
        ? 'What it reads by itself is not known'
        : `By itself it reads ${someOf(reads)}, only where one of them is the spec`;
    return [
      {
        kind: 'fine',
        text: `agent: ${name} ${version} is installed; it runs without a network and without the key. ${read}.`,
      },
    ];
  } catch (error) {
    if (error instanceof UserError) return [{ kind: 'wrong', text: `agent: ${error.message}` }];
    throw error;
  }
}
