import type { Agent, AgentLimits, AgentStart, AgentWire } from '../core/agent.ts';
import { agentPresets } from '../core/agents/presets.ts';
import { presetAgent } from '../core/agents/agent-of-preset.ts';
import { withEffort } from '../core/agents/starts.ts';
import { priceOf } from '../core/budget/price.ts';
import type { AgentModel, Model } from '../core/settings.ts';
import { agentName, type ModelConfig } from './model-schema.ts';

/** A model with the provider `command`, as the config file gives it. */
type AgentConfig = Extract<ModelConfig, { readonly provider: 'command' }>;

/** The interface through which a configured agent asks its model. */
export function wireOf({ preset, wire }: AgentConfig): AgentWire {
  if (preset !== undefined) return agentPresets[preset].wire;
  if (wire === undefined) throw new Error('an agent without preset and wire is refused before');
  return wire;
}

/** The model with the agent that asks it. */
export function withAgent(model: Model, config: AgentConfig): AgentModel {
  const { preset, version } = config;
  const agent: Agent = {
    name: agentName(config),
    wire: wireOf(config),
    ...(preset === undefined ? ownAgent(config) : presetAgent(preset, model.effort)),
    limits: limitsOf(model, config),
    version: version ?? null,
  };
  return { ...model, agent };
}

type Known = ReturnType<typeof presetAgent>;

// What such an agent reads by itself is not known, so it is started in one way.
function ownAgent({ command = [], environment = {}, effort }: AgentConfig): Known {
  const start: AgentStart = { argv: command, environment, seeds: {} };
  const filled = effort === undefined ? start : withEffort(start, effort);
  const program = { versionWords: ['--version'], smallestVersion: null, packageName: null };
  return { closed: filled, open: filled, reads: [], program };
}

/** A limit in money where nobody wrote one: what most samples need many times over. */
const defaultUsd = 2;

function limitsOf(model: Model, { limits }: AgentConfig): AgentLimits {
  const { turns, tokens, minutes } = limits;
  const usd = limits.usd ?? (priceOf(model) === null ? 'none' : defaultUsd);
  return { turns, tokens, usd: usd === 'none' ? null : usd, minutes };
}
