import * as z from 'zod';

/** Where `-- --write` stores what benches measured, one file for each. */
export const outcomesFolder = 'docs/benchmarks';

const row = z.strictObject({
  /** By this a document quotes the figure; unique in the file. */
  id: z.string().regex(/^[a-z0-9.-]+$/),
  /** Rows of one subject stand together in a document; a bench with few rows has none. */
  subject: z.string().optional(),
  what: z.string(),
  figure: z.number(),
  /** As a document shows it: `ms`, `MB`, `%`, `×`, or what is counted. */
  unit: z.string(),
  /** The 95 % interval, in the unit. */
  interval: z.tuple([z.number(), z.number()]).optional(),
  /** What is promised, in the unit. */
  bound: z.strictObject({ side: z.enum(['at most', 'at least']), value: z.number() }).optional(),
  isWithin: z.boolean().optional(),
});

/** One figure of a bench beside its bound, if it has one. */
export type OutcomeRow = z.infer<typeof row>;

/** What one run of a bench measured, and all that is needed to measure it again. */
export const outcomeFile = z
  .strictObject({
    /** What remakes the figures. */
    command: z.string(),
    date: z.iso.date(),
    /** Absent where the sources were not those of a commit. */
    commit: z.string().optional(),
    machine: z.strictObject({
      cores: z.number(),
      memoryGb: z.number(),
      cpu: z.string(),
      system: z.string(),
      /** The file system of temporary files; older runs did not say it. */
      files: z.string().optional(),
    }),
    /** Processes that waited for a core, on average over the minute before the bench began. */
    load: z.number(),
    versions: z.record(z.string(), z.string()),
    seed: z.number().optional(),
    rows: z.array(row).min(1),
  })
  .refine(({ rows }) => new Set(rows.map(({ id }) => id)).size === rows.length, {
    error: 'two figures have the same id',
  });

/** What one run of a bench measured. */
export type OutcomeFile = z.infer<typeof outcomeFile>;

/** A figure as documents and terminals show it: three digits, or all digits of a whole number. */
export function shownFigure(value: number, unit: string): string {
  const digits = Number.isInteger(value) ? value.toLocaleString('en-US') : shortened(value);
  return unit === '' ? digits : `${digits} ${unit}`;
}

function shortened(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString('en-US');
  return value.toFixed(size >= 10 ? 1 : 2);
}
