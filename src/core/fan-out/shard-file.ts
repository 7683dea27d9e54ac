import * as z from 'zod';
import { capNames } from '../budget/budget.ts';
import { mends } from '../generation/completion.ts';
import type { Stored } from '../stored.ts';

const whyCap = 2000;
const key = z.string().regex(/^[0-9a-f]{64}$/);
const keys = z.array(key).max(100_000);
const amount = z.number().min(0).max(1e12);

/**
 * How one job of a fanned-out run ended, in addition to the records that it passes on. Cells are named by the keys of
 * their generations.
 */
export type ShardFile = Stored<typeof shardFileSchema>;

const finishedSchema = z.strictObject({
  kind: z.literal('finished'),
  /** Answers that it paid for. */
  asked: keys,
  /** Answers that it found on record. */
  replayed: keys,
  /** Planned samples that are no evidence, and why. */
  unmeasured: z
    .array(
      z.strictObject({
        key,
        why: z.enum(['provider-error', 'quota', 'sandbox-error', 'budget', 'cancelled']),
        /** What the vendor said. */
        detail: z.string().max(whyCap).exactOptional(),
      }),
    )
    .max(100_000),
  /** Answers with a file that cannot be written into the tree of their commit. */
  unsafe: keys,
  /** Models that it stopped asking. */
  stopped: z
    .array(
      z.strictObject({
        model: z.string().max(1000),
        why: z.string().max(whyCap),
        isMisconfigured: z.boolean(),
        mend: z.enum(mends).exactOptional(),
      }),
    )
    .max(1000),
  ranOut: z.array(z.enum([...capNames, 'minutes'])).max(capNames.length + 1),
  /** Answered calls that gave no answer, by model. */
  lost: z
    .array(
      z.strictObject({
        model: z.string().max(1000),
        calls: amount,
        inputTokens: amount,
        outputTokens: amount,
        cacheReadTokens: amount.exactOptional(),
        cacheWriteTokens: amount.exactOptional(),
        reasoningTokens: amount.exactOptional(),
        savedUsd: z.number().exactOptional(),
        usd: amount.nullable(),
        estimated: amount,
        setAside: z.strictObject({ usd: amount.nullable(), tokens: amount, calls: amount }).exactOptional(),
      }),
    )
    .max(1000)
    .exactOptional(),
  spent: z.strictObject({ usd: amount, tokens: amount, generations: amount }),
});

const shardFileSchema = z.strictObject({
  schema: z.literal(1),
  /** Key of the plan that it worked on. */
  plan: key,
  id: z.string().max(3),
  end: z.discriminatedUnion('kind', [
    finishedSchema,
    /** The message of the user's mistake that ended it. */
    z.strictObject({ kind: z.literal('failed'), why: z.string().max(whyCap) }),
  ]),
});

/** A larger file is not ours. */
export const shardFileCapBytes = 16 * 1024 * 1024;

/** Reads the file that a shard of this plan wrote; null for everything else. */
export function readShardFile(
  text: string,
  of: { readonly plan: string; readonly id: string },
): ShardFile | null {
  const read = shardFileSchema.safeParse(parsed(text));
  if (!read.success) return null;
  return read.data.plan === of.plan && read.data.id === of.id ? read.data : null;
}

/** A text from outside, short enough for the file. */
export function clippedWhy(text: string): string {
  return text.slice(0, whyCap);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
