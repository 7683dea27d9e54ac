import * as z from 'zod';
import type { Lifecycle } from '../../ports/lifecycle.ts';
import { sealedFetch } from '../api-client/sealed-fetch.ts';
import type { Account } from '../api-client/vendor-client.ts';
import { openAnthropic } from './open-anthropic.ts';

/** What Anthropic's models endpoint says about the end of a model: `lifecycle` and `retires_at`. Throws what the SDK throws. */
export async function anthropicLifecycle(account: Account, signal: AbortSignal): Promise<Lifecycle> {
  const { model } = account;
  const client = await openAnthropic({ model, fetch: sealedFetch(account), timeoutMs: 10_000 });
  const read = answerSchema.safeParse(await client.models.retrieve(model.name, {}, { signal }));
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
