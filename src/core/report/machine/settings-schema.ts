import * as z from 'zod';

/** The schema of `settings` in result.json: by which rules was judged, and how code was kept apart. */
export const settingsSchema = z.strictObject({
  alpha: z.number(),
  drop: z.number(),
  beta: z.number(),
  looks: z.array(z.int().min(1)),
  protocol: z.literal(1),
  sandbox: z.enum(['bubblewrap', 'docker', 'none', 'unused']),
  isolation: z
    .string()
    .optional()
    .describe('version of the sandbox and the attempts to break out that it stopped at the start'),
  failOn: z.enum(['regressed', 'unmet', 'suspected', 'inconclusive', 'never']),
});
