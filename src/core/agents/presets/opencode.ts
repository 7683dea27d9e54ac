import type { AgentPreset } from './preset.ts';

const config = {
  $schema: 'https://opencode.ai/config.json',
  provider: {
    p: {
      npm: '@ai-sdk/openai-compatible',
      name: 'p',
      options: { baseURL: '{base-url}', apiKey: '{key}' },
      models: { '{model}': { name: '{model}', limit: { context: 200_000, output: 32_000 } } },
    },
  },
  permission: { bash: 'deny', webfetch: 'deny', edit: 'allow' },
  autoupdate: false,
  share: 'disabled',
};

/** The open source agent opencode. */
export const opencode: AgentPreset = {
  wire: 'chat',
  packageName: 'opencode-ai',
  licence: 'MIT',
  program: 'opencode',
  versionWords: ['--version'],
  smallestVersion: '1.18.33',
  start: {
    // Without a title it asks the model for one.
    argv: [
      ...['opencode', 'run', '--pure', '--format', 'json', '--auto', '--title', 'task', '-m', 'p/{model}'],
      '{task}',
    ],
    environment: {
      OPENCODE_CONFIG: '{home}/opencode.json',
      OPENCODE_DISABLE_AUTOUPDATE: '1',
      OPENCODE_DISABLE_MODELS_FETCH: '1',
      OPENCODE_DISABLE_LSP_DOWNLOAD: '1',
    },
    seeds: { 'opencode.json': JSON.stringify(config) },
  },
  offSwitches: {
    argv: [],
    environment: {
      OPENCODE_DISABLE_PROJECT_CONFIG: '1',
      OPENCODE_DISABLE_EXTERNAL_SKILLS: '1',
      OPENCODE_DISABLE_CLAUDE_CODE: '1',
    },
    seeds: {},
  },
  effort: { argv: ['--variant', '{effort}'], environment: {}, seeds: {} },
  reads: [
    // The first of these names that is there. An AGENTS.md below, when it reads a file beside it, has no off switch.
    ...['**/AGENTS.md', '**/CLAUDE.md', 'CONTEXT.md', '.opencode/**/*.md'],
    ...['.claude/skills/*/SKILL.md', '.agents/skills/*/SKILL.md'],
  ],
};
