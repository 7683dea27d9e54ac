import type { Agent } from '../agent.ts';
import { agentPresets, type PresetName } from './presets.ts';
import { startsOf } from './starts.ts';

/** What a preset says of its agent, whoever starts it. */
export function presetAgent(
  name: PresetName,
  effort: string | null,
): Pick<Agent, 'closed' | 'open' | 'reads' | 'program'> {
  const preset = agentPresets[name];
  const { reads, versionWords, smallestVersion, packageName } = preset;
  return {
    ...startsOf(preset, effort),
    reads,
    program: { versionWords, smallestVersion, packageName },
  };
}

/** The agent of a preset that no model uses: enough to ask its program for its version. */
export function agentOfPreset(name: PresetName): Agent {
  return {
    name,
    wire: agentPresets[name].wire,
    ...presetAgent(name, null),
    limits: { turns: 1, tokens: 1, usd: null, minutes: 1 },
    version: null,
  };
}
