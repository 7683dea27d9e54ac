import * as z from 'zod';

/** Name of the repository's default branch according to the event; null when the event does not say. */
export function defaultBranchOf(payload: unknown): string | null {
  const read = defaultBranchSchema.safeParse(payload);
  return read.success ? read.data.repository.default_branch : null;
}

const defaultBranchSchema = z.object({ repository: z.object({ default_branch: z.string() }) });
