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
      ...['--tools', 'read,write,edit', '--model', 'p/{model}', '{task}'],
    ],
    environment: {},
    seeds: { '.pi/agent/models.json': JSON.stringify(models) },
  },
  offSwitches: { argv: ['--no-skills', '--no-context-files'], environment: {}, seeds: {} },
  effort: { argv: ['--thinking', '{effort}'], environment: {}, seeds: {} },
  reads: ['**/AGENTS.md', '**/CLAUDE.md', '**/.pi/skills/**', '**/.agents/skills/**'],
};
