import { providers } from '../../core/providers.ts';
import type { Call } from '../api-client/vendor-client.ts';

/** Anthropic's SDK, loaded at the first call. Every value that it would read from the environment is set. */
export async function openAnthropic({ model, fetch, timeoutMs }: Omit<Call, 'signal'>) {
  const { default: Anthropic } = await import('@anthropic-ai/sdk');
  return new Anthropic({
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
}
