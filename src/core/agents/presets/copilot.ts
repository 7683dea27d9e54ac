import type { AgentPreset } from './preset.ts';

/** GitHub's Copilot CLI, with a model of one's own. */
export const copilot: AgentPreset = {
  wire: 'chat',
  packageName: '@github/copilot',
  licence: 'proprietary',
  program: 'copilot',
  versionWords: ['--version'],
  smallestVersion: '1.0.102',
  start: {
    argv: [
      ...['copilot', '-p', '{task}', '--allow-all-tools', '--output-format', 'json'],
      ...['--disable-builtin-mcps', '--model', '{model}'],
    ],
    environment: {
      COPILOT_PROVIDER_BASE_URL: '{base-url}',
      COPILOT_PROVIDER_TYPE: 'openai',
      COPILOT_PROVIDER_API_KEY: '{key}',
      COPILOT_OFFLINE: 'true',
    },
    seeds: {},
  },
  // Names and descriptions of skills, agents and commands are still read.
  offSwitches: { argv: ['--no-custom-instructions'], environment: {}, seeds: {} },
  effort: { argv: ['--reasoning-effort', '{effort}'], environment: {}, seeds: {} },
  reads: [
    ...['**/AGENTS.md', '**/CLAUDE.md', '**/GEMINI.md', '.github/copilot-instructions.md'],
    ...['.github/instructions/**/*.md', '.claude/rules/**/*.md', '.claude/{agents,commands}/**/*.md'],
    ...['.claude/skills/*/SKILL.md', '.agents/skills/*/SKILL.md', '.github/skills/*/SKILL.md'],
  ],
};
