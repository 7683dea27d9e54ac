import { z } from 'zod';
import type { CapName } from '../budget/budget.ts';

/** How one job of a fanned-out run ended, beside the records it leaves. Cells are named by the keys of their generations. */
export type ShardFile = {
  readonly schema: 1;
  /** Key of the plan it worked on. */
  readonly plan: string;
  readonly id: string;
  readonly end:
    | {
        readonly kind: 'finished';
        /** Answers it paid for. */
        readonly asked: readonly string[];
        /** Answers it found on record. */
        readonly replayed: readonly string[];
        /** Samples that were due and say nothing, and why. */
        readonly unmeasured: readonly { readonly key: string; readonly why: ShardUnmeasured }[];
        /** Answers with a file that the tree of their commit does not let be written. */
        readonly unsafe: readonly string[];
        /** Models it left. */
        readonly stopped: readonly {
          readonly model: string;
          readonly why: string;
          readonly isMisconfigured: boolean;
        }[];
        readonly ranOut: readonly (CapName | 'minutes')[];
        readonly spent: { readonly usd: number; readonly tokens: number; readonly generations: number };
      }
    /** The user's mistake that ended it, in its own words. */
    | { readonly kind: 'failed'; readonly why: string };
};

/** Why a sample of a shard says nothing. */
export type ShardUnmeasured = 'provider-error' | 'quota' | 'sandbox-error' | 'budget' | 'cancelled';

/** Larger files are none of ours. */
export const shardFileCapBytes = 16 * 1024 * 1024;

/** Reads what a shard of this plan left; null for everything else. */
export function readShardFile(
  text: string,
  of: { readonly plan: string; readonly id: string },
): ShardFile | null {
  const read = shardFileSchema.safeParse(parsed(text));
  if (!read.success) return null;
  return read.data.plan === of.plan && read.data.id === of.id ? read.data : null;
}

/** A text of others, short enough for the file. */
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

const whyCap = 2000;
const key = z.string().regex(/^[0-9a-f]{64}$/);
const keys = z.array(key).max(100_000);
const amount = z.number().min(0).max(1e12);

const shardFileSchema: z.ZodType<ShardFile> = z.strictObject({
  schema: z.literal(1),
  plan: key,
  id: z.string().max(3),
  end: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('finished'),
      asked: keys,
      replayed: keys,
      unmeasured: z
        .array(
          z.strictObject({
            key,
            why: z.enum(['provider-error', 'quota', 'sandbox-error', 'budget', 'cancelled']),
          }),
        )
        .max(100_000),
      unsafe: keys,
      stopped: z
        .array(
          z.strictObject({
            model: z.string().max(1000),
            why: z.string().max(whyCap),
            isMisconfigured: z.boolean(),
          }),
        )
        .max(1000),
      ranOut: z.array(z.enum(['usd', 'usd-per-pr', 'generations', 'tokens', 'minutes'])).max(5),
      spent: z.strictObject({ usd: amount, tokens: amount, generations: amount }),
    }),
    z.strictObject({ kind: z.literal('failed'), why: z.string().max(whyCap) }),
  ]),
});
