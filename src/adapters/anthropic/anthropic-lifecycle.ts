import { z } from 'zod';
import type { Model } from '../../core/settings.ts';
import type { Lifecycle } from '../../ports/lifecycle.ts';
import { sealedFetch } from '../api-client/sealed-fetch.ts';

/** What Anthropic's models endpoint says of a model's end: `lifecycle` and `retires_at`. Throws what the SDK throws. */
export async function anthropicLifecycle(
  account: { readonly model: Model; readonly apiKey: string | null },
  signal: AbortSignal,
): Promise<Lifecycle> {
  const { default: Anthropic } = await import('@anthropic-ai/sdk');
  // Everything the SDK would otherwise look up in the environment is given.
  const client = new Anthropic({
    baseURL: account.model.baseUrl ?? 'https://api.anthropic.com',
    apiKey: 'placeholder',
    authToken: null,
    webhookKey: null,
    maxRetries: 0,
    timeout: 10_000,
    logLevel: 'off',
    openTelemetry: false,
    fetch: sealedFetch({ apiKey: account.apiKey, onBytes: () => {} }),
  });
  const read = answerSchema.safeParse(await client.models.retrieve(account.model.name, {}, { signal }));
  if (!read.success || read.data.lifecycle === 'active') return { kind: 'unknown' };
  return { kind: 'ends', why: read.data.lifecycle, on: read.data.retires_at?.slice(0, 10) ?? null };
}

const answerSchema = z.object({
  lifecycle: z.enum(['active', 'deprecated', 'retired']),
  retires_at: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}/)
    .nullish()
    .catch(null),
});
