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
      // Without the tool `Skill` it reads no skill.
      ...['--tools', 'Read,Write,Edit,Glob,Grep,Skill', '--no-session-persistence', '--model', '{model}'],
    ],
    environment: {
      ANTHROPIC_BASE_URL: '{base-url}',
      ANTHROPIC_API_KEY: '{key}',
      CLAUDE_CODE_MAX_RETRIES: '1',
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    },
    seeds: {},
  },
  // The tool is 8 kB of every prompt.
  offSwitches: { argv: ['--safe-mode', '--disallowedTools', 'Skill'], environment: {}, seeds: {} },
  effort: { argv: ['--effort', '{effort}'], environment: {}, seeds: {} },
  reads: [
    // AGENTS.md only in a folder without CLAUDE.md; those of other folders when it reads a file there.
    ...['**/CLAUDE.md', '**/CLAUDE.local.md', '**/AGENTS.md', '.claude/rules/**/*.md'],
    ...['**/.claude/skills/*/SKILL.md', '.claude/commands/**/*.md'],
  ],
};
