import type { AgentPreset } from './preset.ts';

// The built-in provider asks through a WebSocket.
const provider = [
  'name="p"',
  'base_url="{base-url}"',
  'wire_api="responses"',
  'env_key="CODEX_API_KEY"',
  'supports_websockets=false',
  'request_max_retries=0',
  'stream_max_retries=0',
].join(',');

/** OpenAI's Codex CLI. */
export const codex: AgentPreset = {
  wire: 'responses',
  packageName: '@openai/codex',
  licence: 'Apache-2.0',
  program: 'codex',
  versionWords: ['--version'],
  smallestVersion: '0.171.0',
  start: {
    argv: [
      ...['codex', 'exec', '--json', '-C', '.', '--skip-git-repo-check', '--ephemeral'],
      // The sandbox around it is ours.
      ...['--ignore-user-config', '--ignore-rules', '--dangerously-bypass-approvals-and-sandbox'],
      ...['-m', '{model}', '-c', 'model_provider="p"', '-c', `model_providers.p={${provider}}`],
      ...set('features.apps=false', 'features.plugins=false', 'features.goals=false'),
      ...set('web_search="disabled"', 'analytics.enabled=false'),
      '-',
    ],
    environment: { CODEX_API_KEY: '{key}' },
    seeds: {},
  },
  offSwitches: {
    argv: set('project_doc_max_bytes=0', 'skills.include_instructions=false'),
    environment: {},
    seeds: {},
  },
  effort: { argv: set('model_reasoning_effort="{effort}"'), environment: {}, seeds: {} },
  // Only those in the folder in which it starts.
  reads: ['AGENTS.md', 'AGENTS.override.md', '.agents/skills/*/SKILL.md', '.codex/skills/*/SKILL.md'],
};

function set(...values: readonly string[]): readonly string[] {
  return values.flatMap((value) => ['-c', value]);
}
