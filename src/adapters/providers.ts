import { atOnce } from '../core/at-once.ts';
import type { ProviderName } from '../core/providers.ts';
import type { Lifecycle } from '../ports/lifecycle.ts';
import type { Reply } from '../core/generation/reply.ts';
import type { ModelClient } from '../ports/model-client.ts';
import { withoutSecrets } from './process/secrets.ts';
import type { Account } from './api-client/vendor-client.ts';
import type { Wire } from './api-client/wire.ts';

/** How a provider is asked. Each part is loaded when it is needed first, because an SDK takes long to load. */
type ProviderAdapter = {
  readonly client: () => Promise<(account: Account) => ModelClient>;
  /** What its client loads besides itself at the first call; missing = nothing. */
  readonly sdk?: () => Promise<unknown>;
  /** null = the provider says nowhere that a model is going away. */
  readonly lifecycle: (() => Promise<(account: Account, signal: AbortSignal) => Promise<Lifecycle>>) | null;
  /** The same interface seen from the server: what simulated models and the double of the tests speak. */
  readonly wire: () => Promise<Wire>;
};

/** How each provider is asked; what is known of it without asking stands in core/providers.ts. */
export const providerAdapters: Readonly<Record<ProviderName, ProviderAdapter>> = {
  anthropic: {
    client: async () => (await import('./anthropic/anthropic-client.ts')).anthropicClient,
    sdk: async () => (await import('./anthropic/open-anthropic.ts')).loadAnthropic(),
    lifecycle: async () => (await import('./anthropic/anthropic-lifecycle.ts')).anthropicLifecycle,
    wire: async () => (await import('./anthropic/anthropic-wire.ts')).anthropicWire,
  },
  openai: {
    client: async () => (await import('./openai/openai-client.ts')).openaiClient,
    sdk: async () => (await import('./openai/open-openai.ts')).loadOpenai(),
    lifecycle: async () => (await import('./openai/openai-lifecycle.ts')).openaiLifecycle,
    wire: async () => (await import('./openai/responses-wire.ts')).responsesWire,
  },
  google: {
    client: async () => (await import('./google/google-client.ts')).googleClient,
    // The API describes a model, but not its end.
    lifecycle: null,
    wire: async () => (await import('./google/google-wire.ts')).googleWire,
  },
  'openai-compatible': {
    client: async () => (await import('./openai/openai-compatible-client.ts')).openaiCompatibleClient,
    sdk: async () => (await import('./openai/open-openai.ts')).loadOpenai(),
    lifecycle: null,
    wire: async () => (await import('./openai/chat-wire.ts')).chatWire,
  },
};

/** The client of one model, whoever its provider is. What it answers is without secrets before anybody reads it. */
export function clientOf(account: Account): ModelClient {
  let client: Promise<ModelClient> | null = null;
  return {
    complete: async (request) => {
      client ??= providerAdapters[account.model.provider].client().then((open) => open(account));
      return withoutKeys(await (await client).complete(request));
    },
  };
}

/** Loads what these models are asked with, while the run waits for other things. What fails here fails at the first call. */
export async function loadClients(models: readonly Pick<Account['model'], 'provider'>[]): Promise<void> {
  const adapters = new Set(models.map(({ provider }) => providerAdapters[provider]));
  await Promise.allSettled(
    [...adapters].map(async ({ client, sdk }) => {
      await client();
      await sdk?.();
    }),
  );
}

// A gateway may answer with the headers that it was sent.
function withoutKeys(reply: Reply): Reply {
  if (reply.kind === 'fault') return reply;
  const { text, servedBy, requestId } = reply.completion;
  return {
    ...reply,
    completion: {
      ...reply.completion,
      text: withoutSecrets(text),
      servedBy: withoutSecrets(servedBy),
      requestId: requestId === null ? null : withoutSecrets(requestId),
    },
  };
}

/** What a model's provider says of its end. Throws what the provider's SDK throws. */
export async function lifecycleOf(account: Account, signal: AbortSignal): Promise<Lifecycle> {
  const lifecycle = await providerAdapters[account.model.provider].lifecycle?.();
  return lifecycle === undefined ? { kind: 'unknown' } : lifecycle(account, signal);
}

/** The formats of all providers, for a server that speaks them. */
export async function allWires(): Promise<readonly Wire[]> {
  return atOnce(Object.values(providerAdapters), ({ wire }) => wire());
}
