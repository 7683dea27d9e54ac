import type { AgentPreset } from './preset.ts';

const provider =
  'model_providers.p={name="p",base_url="{base-url}",wire_api="responses",env_key="CODEX_API_KEY",supports_websockets=false,request_max_retries=0,stream_max_retries=0}';

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
      ...[
        'codex',
        'exec',
        '--json',
        '-C',
        '.',
        '--skip-git-repo-check',
        '--ephemeral',
        '--ignore-user-config',
      ],
      // The sandbox around it is ours.
      ...['--ignore-rules', '--dangerously-bypass-approvals-and-sandbox', '-m', '{model}'],
      ...[
        '-c',
        'model_provider="p"',
        '-c',
        provider,
        '-c',
        'features.apps=false',
        '-c',
        'features.plugins=false',
      ],
      ...['-c', 'features.goals=false', '-c', 'web_search="disabled"', '-c', 'analytics.enabled=false', '-'],
    ],
    environment: { CODEX_API_KEY: '{key}' },
    seeds: {},
  },
  offSwitches: {
    argv: ['-c', 'project_doc_max_bytes=0', '-c', 'skills.include_instructions=false'],
    environment: {},
    seeds: {},
  },
  effort: { argv: ['-c', 'model_reasoning_effort="{effort}"'], environment: {}, seeds: {} },
  reads: ['**/AGENTS.md', '**/AGENTS.override.md', '**/.agents/skills/**'],
};
