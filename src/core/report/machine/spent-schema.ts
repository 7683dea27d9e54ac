import * as z from 'zod';
import type { Spent } from '../summary/spent.ts';

/** What result.json holds of what was spent; `exhaustedCaps` is `ranOut` there. */
type SpentInResult = Omit<Spent, 'exhaustedCaps'> & { readonly ranOut: unknown };

const count = z.int().nonnegative();

/** The schema of `spent` in result.json. */
export const spentSchema = z.strictObject({
  generations: count,
  cachedGenerations: count,
  lostCalls: count
    .optional()
    .describe('calls that were answered and gave no answer that counts; the sums include them'),
  estimatedCalls: count
    .optional()
    .describe('calls whose usage was not reported and is our estimate; lost calls among them'),
  setAside: z
    .strictObject({
      usd: z.number().nonnegative().nullable().describe('null when a price is unknown'),
      tokens: count,
      calls: count,
    })
    .optional()
    .describe(
      'what stays set aside of the limits for lost calls whose answer broke off; missing if none did',
    ),
  inputTokens: count,
  outputTokens: count,
  cacheReadTokens: count
    .optional()
    .describe('part of the input tokens that was read from the vendors’ prompt caches'),
  cacheWriteTokens: count
    .optional()
    .describe('part of the input tokens that was written to them, as far as the vendors say it'),
  reasoningTokens: count
    .optional()
    .describe('part of the output tokens that was reasoning, as far as the vendors say it'),
  usd: z.number().nonnegative().nullable().describe('null when a price is unknown'),
  savedUsd: z
    .number()
    .nullable()
    .optional()
    .describe(
      'how much more the same tokens would have cost without a cache; below 0 if the caches were hardly read',
    ),
  unpriced: z.array(z.string()).describe('models without a known price'),
  priceTableDate: z
    .string()
    .nullable()
    .describe('day of the price table; null when none of its prices was used'),
  ranOut: z
    .array(z.enum(['usd', 'usd-per-pr', 'generations', 'tokens', 'minutes']))
    .describe('caps that ended sampling early'),
  notReached: z
    .array(z.strictObject({ spec: z.string(), model: z.string(), samples: count }))
    .describe('comparisons that a spent budget cut short, with the samples that were due'),
  seconds: z.number().nonnegative(),
} satisfies Record<keyof SpentInResult, z.ZodType>);
