import type OpenAI from 'openai';
import { providers } from '../../core/providers.ts';
import type { Call } from '../api-client/vendor-client.ts';

// A client is an object for every part of the interface, and making them takes a sixth of the CPU of a call.
const clients = new WeakMap<Call['fetch'], OpenAI>();

/** OpenAI's SDK, loaded at the first call. Every value that it would read from the environment is set. */
export async function openOpenai({ model, fetch, timeoutMs }: Omit<Call, 'signal'>): Promise<OpenAI> {
  const known = clients.get(fetch);
  if (known !== undefined) return known;
  const { default: Client } = await loadOpenai();
  const client = new Client({
    baseURL: model.baseUrl ?? providers.openai.baseUrl,
    apiKey: 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: 'off',
    fetch,
  });
  clients.set(fetch, client);
  return client;
}

/** Loads the SDK, which takes long. */
export async function loadOpenai() {
  return import('openai');
}
