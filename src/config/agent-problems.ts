import type { AgentWire } from '../core/agent.ts';
import { agentPresets, presetNames, type PresetName } from '../core/agents/presets.ts';
import { hasOwnAccount } from '../core/agents/own-accounts.ts';
import { namesEffort } from '../core/agents/starts.ts';
import { agentWires, wireProviders } from '../core/agents/wire-providers.ts';
import { providers } from '../core/providers.ts';

/** Keys of an agent whose values depend on each other. */
type AgentKeys = {
  readonly preset?: PresetName | undefined;
  readonly command?: readonly string[] | undefined;
  readonly wire?: AgentWire | undefined;
  readonly environment?: Readonly<Record<string, string>> | undefined;
  readonly effort?: string | undefined;
  readonly 'base-url'?: string | undefined;
};

/** A key that does not fit the others, and what it should be. */
type AgentProblem = { readonly key: string; readonly allowed: string };

/** What is wrong between the keys of an agent. */
export function agentProblems(keys: AgentKeys): readonly AgentProblem[] {
  const { preset, command } = keys;
  if (preset !== undefined) return besidePreset(keys, preset);
  if (command !== undefined) return besideCommand(keys, command);
  return [{ key: 'preset', allowed: `${presetNames.join(', ')}; or your own \`command\`` }];
}

function besidePreset(keys: AgentKeys, preset: PresetName): readonly AgentProblem[] {
  const said = (['command', 'wire', 'environment'] as const).filter((key) => keys[key] !== undefined);
  const isWithoutWord = keys.effort !== undefined && agentPresets[preset].effort === null;
  return [
    ...said.map((key) => ({ key, allowed: `nothing, because \`preset: ${preset}\` says it` })),
    ...(isWithoutWord ? [{ key: 'effort', allowed: `nothing, because ${preset} takes no effort` }] : []),
    ...baseUrlProblem(keys, agentPresets[preset].wire),
  ];
}

function besideCommand(keys: AgentKeys, command: readonly string[]): readonly AgentProblem[] {
  const { wire, environment = {}, effort } = keys;
  const name = command[0]?.split('/').at(-1) ?? '';
  if (hasOwnAccount(name)) {
    const allowed =
      'an agent that asks its model at a given address. An agent that logs in by an account of its own cannot run without network and key';
    return [{ key: 'command', allowed }];
  }
  if (wire === undefined) return [{ key: 'wire', allowed: agentWires.join(', ') }];
  const isNamed = namesEffort({ argv: command, environment });
  if (isNamed === (effort !== undefined)) return baseUrlProblem(keys, wire);
  return [
    {
      key: 'effort',
      allowed: isNamed
        ? 'one word, because `command` or `environment` says `{effort}`'
        : 'nothing, unless `command` or `environment` says `{effort}`',
    },
  ];
}

function baseUrlProblem(keys: AgentKeys, wire: AgentWire): readonly AgentProblem[] {
  const isNeeded = providers[wireProviders[wire]].baseUrl === null;
  return isNeeded && keys['base-url'] === undefined
    ? [{ key: 'base-url', allowed: 'the address of the server that it asks, as `https://…/v1`' }]
    : [];
}
