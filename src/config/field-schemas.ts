import * as z from 'zod';
import { durationMs, durationPattern, longestDurationMs } from './durations.ts';

// The `error` of every schema says which values are allowed; problems.ts puts the place and the found value before
// it.

/** A mapping of the config file. Its error for an unknown key is the comma-separated list of the known ones. */
export function section<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? known : `a mapping with the keys ${known}`),
  });
}

/** Non-empty text of one line or more; `what` describes it in errors. */
export function text(what: string): z.ZodString {
  return z
    .string({ error: what })
    .min(1, { error: what })
    .max(10_000, { error: what })
    .refine((value) => value.trim() !== '' && !value.includes('\0'), { error: what });
}

/** A list of one kind of item; `what` describes it in errors. */
export function listOf<Item extends z.ZodType>(item: Item, what: string): z.ZodArray<Item> {
  return z.array(item, { error: what }).max(1000, { error: 'at most 1000 items' });
}

/** A number between two limits, both allowed. */
export function numberBetween(min: number, max: number): z.ZodNumber {
  const error = `a number from ${min} to ${max}`;
  return z.number({ error }).min(min, { error }).max(max, { error });
}

/** A whole number between two limits, both allowed. */
export function wholeNumberBetween(min: number, max: number): z.ZodInt {
  const error = `a whole number from ${min} to ${max}`;
  return z.int({ error }).min(min, { error }).max(max, { error });
}

/** A cap, or the word that removes it. An empty value must not remove a cap by accident. */
export function capUpTo(max: number): z.ZodUnion<readonly [z.ZodNumber, z.ZodLiteral<'none'>]> {
  const error = `a number from 0 to ${max}, or \`none\``;
  const amount = z.number({ error }).min(0, { error }).max(max, { error });
  return z.union([amount, z.literal('none', { error })], { error });
}

const fractionError = 'a number above 0 and below 1';

/** A rate or probability that is neither 0 nor 1. */
export const fraction = z
  .number({ error: fractionError })
  .gt(0, { error: fractionError })
  .lt(1, { error: fractionError });

const durationError = 'a duration from 1ms to 24h such as `5m`, `90s`, `2h` or `1500ms`';

/** A duration, kept as the file wrote it. */
export const duration = z
  .string({ error: durationError })
  .regex(durationPattern, { error: durationError })
  .refine((value) => inRange(durationMs(value)), { error: durationError });

function inRange(milliseconds: number | null): boolean {
  return milliseconds !== null && milliseconds >= 1 && milliseconds <= longestDurationMs;
}

const environmentNameError = 'the NAME of an environment variable (letters, digits, `_`), never its value';

/** The name of an environment variable. */
export const environmentName = z
  .string({ error: environmentNameError })
  .regex(/^[A-Za-z_][A-Za-z0-9_]{0,199}$/, { error: environmentNameError });
