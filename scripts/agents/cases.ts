import { agentPresets, presetNames, type PresetName } from '../../src/core/agents/presets.ts';

/** One agent with one model and one spec, played through the bundle. */
export type AgentCase = {
  /** What `-- WORD` chooses it by, from its beginning. */
  readonly name: string;
  readonly preset: PresetName;
  /** The model that it asks for; the double answers whatever the name. */
  readonly model: string;
  readonly specPath: string;
  /** Whether the spec is a file that the agent reads by itself. */
  readonly isOpen: boolean;
};

const closed = { model: 'simulated-banker', specPath: 'specs/minutes/SPEC.md', isOpen: false };

/**
 * Every preset with a spec that it has to look for and with one that it reads by itself, and codex once more: it asks for
 * models that it knows in another way.
 */
export const agentCases: readonly AgentCase[] = presetNames.flatMap((preset): readonly AgentCase[] => [
  { name: preset, preset, ...closed },
  ...(preset === 'codex' ? [{ name: 'codex-known-model', preset, ...closed, model: 'gpt-6-sol' }] : []),
  { name: `${preset}-open`, preset, ...closed, specPath: readFirst(preset), isOpen: true },
]);

function readFirst(preset: PresetName): string {
  const plain = agentPresets[preset].reads.map((glob) => glob.replace('**/', ''));
  return plain.find((path) => !/[*{]|override/.test(path)) ?? 'AGENTS.md';
}
