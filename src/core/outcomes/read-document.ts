import type { z } from 'zod';
import type { OutcomeDocument } from './read-json.ts';
import { outcomesError, shownName } from './refuse-outcomes.ts';

/** The part of a document that is used. Throws OUTCOMES_UNREADABLE with the first place that is not as it should be. */
export function readDocument<Schema extends z.ZodType>(
  { name, value }: OutcomeDocument,
  schema: Schema,
): z.output<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = (issue?.path ?? []).map(String).join('.').slice(0, 120);
  throw outcomesError(
    'OUTCOMES_UNREADABLE',
    `${shownName(name)} is damaged, or of a version that this program does not know: \`${place}\`: ${issue?.message ?? 'unknown'}.`,
    'Collect it again, or write the plain form in docs/judge.md.',
  );
}
