import type { AgentPreset } from './preset.ts';

/** Anthropic's Claude Code. */
export const claudeCode: AgentPreset = {
  wire: 'messages',
  packageName: '@anthropic-ai/claude-code',
  licence: 'proprietary',
  program: 'claude',
  versionWords: ['--version'],
  smallestVersion: '2.1.332',
  start: {
    argv: [
      ...['claude', '-p', '--output-format', 'json', '--permission-mode', 'acceptEdits'],
      ...['--tools', 'Read,Write,Edit,Glob,Grep', '--no-session-persistence', '--model', '{model}'],
    ],
    environment: {
      ANTHROPIC_BASE_URL: '{base-url}',
      ANTHROPIC_API_KEY: '{key}',
      CLAUDE_CODE_MAX_RETRIES: '1',
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    },
    seeds: {},
  },
  offSwitches: { argv: ['--safe-mode'], environment: {}, seeds: {} },
  effort: { argv: ['--effort', '{effort}'], environment: {}, seeds: {} },
  reads: ['**/CLAUDE.md', '**/CLAUDE.local.md', '**/.claude/skills/**', '**/.claude/rules/**'],
};
