import { z } from 'zod';
import type { Model } from '../../core/settings.ts';
import type { Lifecycle } from '../../ports/lifecycle.ts';
import { sealedFetch } from '../api-client/sealed-fetch.ts';

/** What OpenAI's models endpoint says of a model's end: `shutdown_date`. Throws what the SDK throws. */
export async function openaiLifecycle(
  account: { readonly model: Model; readonly apiKey: string | null },
  signal: AbortSignal,
): Promise<Lifecycle> {
  const { default: OpenAI } = await import('openai');
  // Everything the SDK would otherwise look up in the environment is given.
  const client = new OpenAI({
    baseURL: account.model.baseUrl ?? 'https://api.openai.com/v1',
    apiKey: 'placeholder',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: 10_000,
    logLevel: 'off',
    fetch: sealedFetch({ apiKey: account.apiKey, onBytes: () => {} }),
  });
  const read = answerSchema.safeParse(await client.models.retrieve(account.model.name, { signal }));
  if (!read.success || typeof read.data.shutdown_date !== 'string') return { kind: 'unknown' };
  return { kind: 'ends', why: 'to be shut down', on: read.data.shutdown_date.slice(0, 10) };
}

const answerSchema = z.object({
  shutdown_date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}/)
    .nullish()
    .catch(null),
});
