import type { AgentPreset } from './preset.ts';

const models = {
  providers: {
    p: {
      baseUrl: '{base-url}',
      api: 'openai-completions',
      apiKey: '{key}',
      models: [{ id: '{model}', name: '{model}', contextWindow: 200_000, maxTokens: 32_000 }],
    },
  },
};

/** The open source agent pi. */
export const pi: AgentPreset = {
  wire: 'chat',
  packageName: '@earendil-works/pi-coding-agent',
  licence: 'MIT',
  program: 'pi',
  versionWords: ['--version'],
  smallestVersion: '1.6.0',
  start: {
    argv: [
      ...['pi', '-p', '--mode', 'json', '--offline', '--no-session', '--no-extensions', '--no-mcp'],
      // Trust: without it the skills of the folder are not read.
      ...['--approve', '--tools', 'read,write,edit', '--model', 'p/{model}', '{task}'],
    ],
    environment: {},
    seeds: { '.pi/agent/models.json': JSON.stringify(models) },
  },
  offSwitches: { argv: ['--no-skills', '--no-context-files', '--no-approve'], environment: {}, seeds: {} },
  effort: { argv: ['--thinking', '{effort}'], environment: {}, seeds: {} },
  // The first of the first three names that is there, only in the folder in which it starts.
  reads: [
    ...['AGENTS.override.md', 'AGENTS.md', 'CLAUDE.md', '.pi/SYSTEM.md', '.pi/APPEND_SYSTEM.md'],
    ...['.pi/skills/*/SKILL.md', '.agents/skills/*/SKILL.md'],
  ],
};
