import { z } from 'zod';
import type { NightEntry } from './night-entry.ts';

const count = z.number().int().nonnegative().max(1_000_000);
const name = z.string().min(1).max(500);
const digestText = z.string().regex(/^[0-9a-f]{16}$/);
const passCount = z.strictObject({ passed: count, failed: count });

/** What one entry of a history may hold, nothing missing and nothing more. */
export const nightEntrySchema: z.ZodType<NightEntry> = z.strictObject({
  schema: z.literal(1),
  night: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  at: z.number().nonnegative(),
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  spec: name,
  model: name,
  text: digestText,
  anchor: digestText,
  outcomes: z.string().regex(/^[pf]{0,100}$/),
  unmeasured: count,
  servedBy: z.array(z.string().max(200)).max(20),
  series: z.number().int().min(1).max(1_000_000),
  gate: z
    .strictObject({
      verdict: z.enum(['regressed', 'suspected', 'held', 'improved', 'inconclusive', 'base-too-weak']),
      anchor: passCount,
      fresh: passCount,
      p: z.number().min(0).max(1).nullable(),
    })
    .nullable(),
});
