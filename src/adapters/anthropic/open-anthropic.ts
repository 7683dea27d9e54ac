import type Anthropic from '@anthropic-ai/sdk';
import { providers } from '../../core/providers.ts';
import type { Call } from '../api-client/vendor-client.ts';

const clients = new WeakMap<Call['fetch'], Anthropic>();

/** Anthropic's SDK, loaded at the first call. Every value that it would read from the environment is set. */
export async function openAnthropic({ model, fetch, timeoutMs }: Omit<Call, 'signal'>): Promise<Anthropic> {
  const known = clients.get(fetch);
  if (known !== undefined) return known;
  const { default: Client } = await loadAnthropic();
  const client = new Client({
    baseURL: model.baseUrl ?? providers.anthropic.baseUrl,
    apiKey: 'none',
    authToken: null,
    webhookKey: null,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: 'off',
    openTelemetry: false,
    fetch,
  });
  clients.set(fetch, client);
  return client;
}

/** Loads the SDK, which takes long. */
export async function loadAnthropic() {
  return import('@anthropic-ai/sdk');
}
