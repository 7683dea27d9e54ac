import * as z from 'zod';
import { answerLimits } from '../generation/path-rules.ts';
import type { Stored } from '../stored.ts';

const tokens = z.number().int().nonnegative().max(1e9);
const text = z.string().max(2 * answerLimits.bytes);

/** One line of a file of answers that were made elsewhere. */
export type ForeignGeneration = Stored<typeof foreignGenerationSchema>;

/** Exactly one of `spec` and `specSha256`, and exactly one of `files` and `text`. */
export const foreignGenerationSchema = z.strictObject({
  /** Text of the spec that was asked: its files joined, with LF line ends. */
  spec: text.exactOptional(),
  /** SHA-256 of that text in hex, in its place. */
  specSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .exactOptional(),
  /** Name of the model in the config. */
  model: z.string().min(1).max(500),
  /** What the model wrote. */
  files: z
    .array(z.strictObject({ path: z.string().max(1000), content: text }))
    .max(answerLimits.files)
    .exactOptional(),
  /** An answer in the answer protocol, as it came. */
  text: text.exactOptional(),
  /** The nonce that this answer was asked with; missing = the one that this check would ask with. */
  nonce: z
    .string()
    .regex(/^[A-Z0-9]{4,12}$/)
    .exactOptional(),
  /** How the answer ended; missing = complete. */
  finish: z.enum(['complete', 'truncated', 'refused']).exactOptional(),
  /** The model that the vendor says it served. */
  servedBy: z.string().min(1).max(200),
  usage: z.strictObject({ inputTokens: tokens, outputTokens: tokens }).exactOptional(),
  /** When it was answered, in epoch milliseconds. */
  at: z.number().int().nonnegative(),
});

/** One line of the file, or what is wrong with it. */
export type ReadForeign =
  | { readonly kind: 'read'; readonly generation: ForeignGeneration }
  | { readonly kind: 'refused'; readonly why: string };

/** Reads one line. */
export function readForeign(line: string): ReadForeign {
  const value = parsed(line);
  if (value === undefined) return refused('is no JSON, or is too long');
  const read = foreignGenerationSchema.safeParse(value);
  if (!read.success) return refused(problemOf(read.error));
  if (namesIn(line) !== namesOf(value)) return refused('gives a name twice');
  const { spec, specSha256, files, text: answer } = read.data;
  if ((spec === undefined) === (specSha256 === undefined))
    return refused('needs exactly one of `spec` and `specSha256`');
  if ((files === undefined) === (answer === undefined))
    return refused('needs exactly one of `files` and `text`');
  return { kind: 'read', generation: read.data };
}

// The files of an answer together are at most 10 MiB; written as JSON they may be a few times longer.
const lineCap = 3 * answerLimits.bytes;

function parsed(line: string): unknown {
  if (line.length > lineCap) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function problemOf({ issues: [first] }: z.ZodError): string {
  const at = (first?.path ?? []).map(String).join('.');
  const why = `${at === '' ? '' : ` at \`${at.slice(0, 60)}\``} (${(first?.message ?? '').slice(0, 120)})`;
  // A name in the file is a stranger's text.
  return `is of another shape${why.replaceAll(/[^ -~]/g, '?')}`;
}

// Of a name that is given twice JSON.parse keeps the last: what was checked by eye may not be what counts.
function namesIn(line: string): number {
  let names = 0;
  let isInside = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (isInside && character === '\\') at += 1;
    else if (character === '"') {
      if (isInside && isColonAfter(line, at)) names += 1;
      isInside = !isInside;
    }
  }
  return names;
}

function isColonAfter(line: string, at: number): boolean {
  const colon = /\s*:/y;
  colon.lastIndex = at + 1;
  return colon.test(line);
}

function namesOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, item) => sum + namesOf(item), own);
}

function refused(why: string): ReadForeign {
  return { kind: 'refused', why };
}
