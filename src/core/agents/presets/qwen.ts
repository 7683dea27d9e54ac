import type { AgentPreset } from './preset.ts';

/** Alibaba's Qwen Code. */
export const qwen: AgentPreset = {
  wire: 'chat',
  packageName: '@qwen-code/qwen-code',
  licence: 'Apache-2.0',
  program: 'qwen',
  versionWords: ['--version'],
  smallestVersion: '0.24.4',
  start: {
    argv: [
      ...['qwen', '--auth-type', 'openai', '--openai-base-url', '{base-url}', '--openai-api-key', '{key}'],
      ...['-m', '{model}', '-o', 'json', '--approval-mode', 'auto-edit', '--chat-recording=false'],
    ],
    environment: {},
    seeds: {},
  },
  offSwitches: { argv: ['--safe-mode'], environment: {}, seeds: {} },
  effort: null,
  // Only those in the folder in which it starts.
  reads: ['AGENTS.md', 'QWEN.md', '.agents/skills/*/SKILL.md', '.qwen/skills/*/SKILL.md'],
};
