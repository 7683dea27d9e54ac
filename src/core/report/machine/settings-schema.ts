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
  controls: z
    .literal('off')
    .optional()
    .describe('no pass was proved by a run with changed tests, because the config says `controls: off`'),
  failOn: z.enum(['regressed', 'unmet', 'suspected', 'inconclusive', 'never']),
});
