import type { Account } from '../../../adapters/api-client/vendor-client.ts';
import { clientOf, providerAdapters } from '../../../adapters/providers.ts';
import type { Reply } from '../../../core/generation/reply.ts';
import type { Prompt } from '../../../core/generation/completion.ts';
import { renderPrompt } from '../../../core/generation/prompt.ts';
import { providerNames, type ProviderName } from '../../../core/providers.ts';
import type { Model } from '../../../core/settings.ts';
import type { ModelClient } from '../../../ports/model-client.ts';

/** The key that the clients under test hold. Tests look for it where it must not be. */
export const testKey = 'sk-test-0123456789abcdef';

/** One API adapter, with what the base URL of its server ends in. */
export type ApiAdapter = {
  readonly name: ProviderName;
  readonly basePath: string;
  readonly client: (account: Account) => ModelClient;
};

/** The adapters of all providers: what is tested of one of them is tested of each. */
export const apiAdapters: readonly ApiAdapter[] = await Promise.all(
  providerNames.map((name) => apiAdapter(name)),
);

/** The adapter of one provider, for what is particular to it. */
export async function apiAdapter(name: ProviderName): Promise<ApiAdapter> {
  const { basePath } = await providerAdapters[name].wire();
  return { name, basePath, client: clientOf };
}

/** A model as settings would give it, served at a loopback address. */
export function aModel(
  adapter: Pick<ApiAdapter, 'name' | 'basePath'>,
  url: string,
  change: Partial<Model> = {},
): Model {
  return {
    id: `${adapter.name}/simulated-a`,
    provider: adapter.name,
    name: 'simulated-a',
    baseUrl: `${url}${adapter.basePath}`,
    apiKeyEnv: 'ANY_KEY',
    effort: null,
    maxOutputTokens: 64_000,
    // No test waits for silence without saying so, and the first call loads an SDK, which takes long on a busy machine.
    idleMs: 600_000,
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
  options: {
    readonly prompt?: Prompt;
    readonly signal?: AbortSignal;
    readonly onFirstEvent?: () => void;
  } = {},
): Promise<Reply> {
  return client.complete({
    prompt: options.prompt ?? aPrompt,
    signal: options.signal ?? new AbortController().signal,
    onFirstEvent: options.onFirstEvent ?? (() => {}),
  });
}
