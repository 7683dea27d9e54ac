import type { AgentPreset } from './preset.ts';

const settings = {
  security: { auth: { selectedType: 'gemini-api-key' } },
  privacy: { usageStatisticsEnabled: false },
  telemetry: { enabled: false },
  general: { disableAutoUpdate: true, disableUpdateNag: true },
  tools: { exclude: ['web_fetch', 'google_web_search'] },
};

/** Google's Gemini CLI. */
export const gemini: AgentPreset = {
  wire: 'gemini',
  packageName: '@google/gemini-cli',
  licence: 'Apache-2.0',
  program: 'gemini',
  versionWords: ['--version'],
  smallestVersion: '0.61.0',
  start: {
    argv: [
      ...['gemini', '-p', ' ', '-o', 'json', '--approval-mode', 'auto_edit', '--skip-trust'],
      ...['-m', '{model}'],
    ],
    environment: { GOOGLE_GEMINI_BASE_URL: '{base-url}', GEMINI_API_KEY: '{key}' },
    seeds: { '.gemini/settings.json': JSON.stringify(settings) },
  },
  // Skills only: `context.fileName` adds a name to GEMINI.md, and without trust in the folder it may not write.
  offSwitches: {
    argv: [],
    environment: {},
    seeds: { '.gemini/settings.json': JSON.stringify({ ...settings, skills: { enabled: false } }) },
  },
  effort: null,
  reads: ['**/GEMINI.md', '.agents/skills/*/SKILL.md', '.gemini/skills/*/SKILL.md'],
};
