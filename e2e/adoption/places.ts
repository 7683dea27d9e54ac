import * as z from 'zod';

const schema = z.object({
  /** The command line of the bundle. */
  cli: z.string(),
  /** Where npm finds packages. */
  registry: z.string(),
  /** Folders of programs, by set of fixtures/wild/packages. */
  programs: z.record(z.string(), z.string()),
});

/** What start.ts tells run.ts: where everything is. */
export type Places = z.output<typeof schema>;

/** Reads it from the command line. */
export function placesIn(text: string): Places {
  return schema.parse(JSON.parse(text));
}
