import type { AgentPreset } from './presets/preset.ts';
import { claudeCode } from './presets/claude-code.ts';
import { codex } from './presets/codex.ts';
import { copilot } from './presets/copilot.ts';
import { gemini } from './presets/gemini.ts';
import { opencode } from './presets/opencode.ts';
import { pi } from './presets/pi.ts';
import { qwen } from './presets/qwen.ts';

/** Agents that are known in advance, by the name that a config file gives them. */
export const presetNames = ['claude-code', 'codex', 'gemini', 'opencode', 'pi', 'qwen', 'copilot'] as const;

/** One of them. */
export type PresetName = (typeof presetNames)[number];

/** Every preset: adding one needs its name above, a file beside the others, and a row here. */
export const agentPresets: Readonly<Record<PresetName, AgentPreset>> = {
  'claude-code': claudeCode,
  codex,
  gemini,
  opencode,
  pi,
  qwen,
  copilot,
};
