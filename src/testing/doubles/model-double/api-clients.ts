import { anthropicClient } from '../../../adapters/anthropic/anthropic-client.ts';
import { openaiCompatibleClient } from '../../../adapters/openai-compatible/openai-compatible-client.ts';
import { openaiClient } from '../../../adapters/openai/openai-client.ts';
import type { Reply } from '../../../core/generation/completion.ts';
import { renderPrompt } from '../../../core/generation/prompt.ts';
import type { Model } from '../../../core/settings.ts';
import type { ModelClient } from '../../../ports/model-client.ts';

/** The key that the clients under test hold, to be looked for where it must not be. */
export const testKey = 'sk-test-0123456789abcdef';

/** The three API adapters, each with what its SDK takes as base URL. */
export const apiAdapters = [
  { name: 'anthropic', provider: 'anthropic', client: anthropicClient, basePath: '' },
  { name: 'openai', provider: 'openai', client: openaiClient, basePath: '/v1' },
  {
    name: 'openai-compatible',
    provider: 'openai-compatible',
    client: openaiCompatibleClient,
    basePath: '/v1',
  },
] as const;

/** One of the adapters. */
export type ApiAdapter = (typeof apiAdapters)[number];

/** A model as settings would give it, served at a loopback URL. */
export function aModel(adapter: ApiAdapter, url: string, change: Partial<Model> = {}): Model {
  return {
    id: `${adapter.name}/simulated-a`,
    provider: adapter.provider,
    name: 'simulated-a',
    baseUrl: `${url}${adapter.basePath}`,
    apiKeyEnv: 'ANY_KEY',
    effort: null,
    maxOutputTokens: 64_000,
    idleMs: 5_000,
    params: {},
    price: null,
    ...change,
  };
}

/** A prompt for a spec with this text. */
export const aPrompt = renderPrompt({
  version: {
    spec: {
      name: 'a',
      files: ['SPEC.md'],
      instructions: [],
      writes: ['src/**'],
      tests: [],
      context: [],
      directory: '.',
      setup: null,
      setupEnv: [],
      writableDeps: [],
      test: 'npm test',
      results: { kind: 'auto' },
      timeoutMs: null,
    },
    side: 'base',
    commit: '',
    files: [{ path: 'SPEC.md', text: 'Say ünïcode 🎉.\n' }],
    instructions: [],
    context: [],
    emptied: [],
  },
  nonce: 'K7QZ3M',
  writes: ['src/**'],
  protectedPatterns: [],
});

/** One call through an adapter. */
export async function callOnce(
  client: ModelClient,
  options: { readonly signal?: AbortSignal; readonly onFirstEvent?: () => void } = {},
): Promise<Reply> {
  return client.complete({
    prompt: aPrompt,
    signal: options.signal ?? new AbortController().signal,
    onFirstEvent: options.onFirstEvent ?? (() => {}),
  });
}
