import { providers } from '../../core/providers.ts';
import type { Call } from '../api-client/vendor-client.ts';

/** OpenAI's SDK, loaded at the first call. Every value that it would read from the environment is set. */
export async function openOpenai({ model, fetch, timeoutMs }: Omit<Call, 'signal'>) {
  const { default: OpenAI } = await import('openai');
  return new OpenAI({
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
}
