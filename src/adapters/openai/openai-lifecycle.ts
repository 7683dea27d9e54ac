import * as z from 'zod';
import type { Lifecycle } from '../../ports/lifecycle.ts';
import { sealedFetch } from '../api-client/sealed-fetch.ts';
import type { Account } from '../api-client/vendor-client.ts';
import { openOpenai } from './open-openai.ts';

/** What OpenAI's models endpoint says about the end of a model: `shutdown_date`. Throws what the SDK throws. */
export async function openaiLifecycle(account: Account, signal: AbortSignal): Promise<Lifecycle> {
  const { model } = account;
  const client = await openOpenai({ model, fetch: sealedFetch(account), timeoutMs: 10_000 });
  const read = answerSchema.safeParse(await client.models.retrieve(model.name, { signal }));
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
