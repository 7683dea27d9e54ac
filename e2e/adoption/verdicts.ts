import * as z from 'zod';

/** The verdict about each model. */
export type Verdicts = Readonly<Record<string, string>>;

const schema = z.object({
  verdicts: z.array(z.object({ model: z.string(), verdict: z.string() })).default([]),
});

/** What a result file says of each model; nothing where the check ended before it had any. */
export function verdictsIn(text: string): Verdicts {
  return Object.fromEntries(
    schema
      .parse(JSON.parse(text === '' ? '{}' : text))
      .verdicts.map(({ model, verdict }) => [model, verdict]),
  );
}

/** As the table shows them. */
export function shown(verdicts: Verdicts): string {
  return Object.entries(verdicts)
    .map(([model, verdict]) => `${model} ${verdict}`)
    .join(', ');
}
