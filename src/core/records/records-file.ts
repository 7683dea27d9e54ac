import * as z from 'zod';
import { protocolVersion } from '../generation/answer-protocol.ts';
import { promptVersion } from '../generation/prompt.ts';
import { digest } from '../digest.ts';
import type { Stored } from '../stored.ts';
import { recordFileSchema, type StoredRecord } from './record.ts';

/** A larger file is not one of ours. */
export const recordsFileCapBytes = 256 * 1024 * 1024;

/** A longer line is no record: the records folder takes no larger ones. */
const lineCap = 32 * 1024 * 1024;

/** More records belong to no check. */
const mostRecords = 50_000;

const format = 'spec-portability-records';
const key = z.string().regex(/^[0-9a-f]{64}$/);
const commit = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const version = z.number().int().nonnegative();

const aboutSchema = z.strictObject({
  format: z.literal(format),
  schema: z.literal(1),
  /** Version of the answer protocol that the models were asked with. */
  protocol: version,
  /** Version of the prompt. */
  prompt: version,
  base: commit,
  head: commit,
  /** Key of the plan: what was asked, of which texts, and with which rules. */
  plan: key,
  /** Level of the sandbox in which the tests ran. */
  sandbox: z.enum(['bubblewrap', 'docker', 'none']),
  /** The records that follow, one a line, in this order. */
  parts: z
    .array(z.strictObject({ kind: z.enum(['generation', 'test-run', 'plan']), key, digest: key }))
    .min(1)
    .max(mostRecords),
});

/** The first line of the file: what follows, and the digest of this description. */
export const firstLineSchema = z.strictObject({ digest: key, about: aboutSchema });

type About = Stored<typeof aboutSchema>;

/** The records of one plan with its commits; it holds no file of the repository. */
export type RecordsFile = Omit<About, 'format' | 'schema' | 'protocol' | 'prompt' | 'parts'> & {
  /** Names exactly this file. */
  readonly id: string;
  readonly records: readonly StoredRecord[];
};

/** The outcome of reading such a file; `why` completes "the file …". */
export type ReadRecordsFile =
  | { readonly kind: 'read'; readonly file: RecordsFile }
  | { readonly kind: 'refused'; readonly why: string };

/** The text of the file: a line that describes it, then one record a line, as the records folder holds it. */
export function recordsFileText({ records, base, head, plan, sandbox }: Omit<RecordsFile, 'id'>): string {
  const sorted = records.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  const parts = sorted.map((record) => ({ kind: record.kind, key: record.key, digest: digest(record) }));
  const about = {
    format,
    schema: 1,
    protocol: protocolVersion,
    prompt: promptVersion,
    base,
    head,
    plan,
    sandbox,
    parts,
  };
  const lines = [
    { digest: digest(about), about },
    // Read, so that the same record is the same text, whoever made it.
    ...sorted.map((record) => recordFileSchema.parse({ digest: digest(record), record })),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Reads the file, all of it or nothing. Every digest must be right, and every byte as this program writes it. */
export function readRecordsFile(bytes: Uint8Array): ReadRecordsFile {
  const text = textOf(bytes);
  if (text === null) return refused('is no UTF-8 text');
  if (!text.endsWith('\n')) return refused(text === '' ? 'is empty' : 'is cut off in the middle of a line');
  const end = text.indexOf('\n');
  const first = text.slice(0, end);
  const other = whyNotOurs(first);
  if (other !== null) return refused(other);
  const begin = lineOf(firstLineSchema, first);
  if (begin === null || digest(begin.about) !== begin.digest)
    return refused('was changed after it was written: the digest of its first line differs');
  // One more than it names is enough to see that there are too many: a file of line ends has millions.
  const rest = text.slice(end + 1, -1);
  return recordsOf(begin, rest === '' ? [] : rest.split('\n', begin.about.parts.length + 1));
}

function recordsOf(
  { about, digest: id }: Stored<typeof firstLineSchema>,
  lines: readonly string[],
): ReadRecordsFile {
  const why = whyNotWhole(about, lines.length);
  if (why !== null) return refused(why);
  const { parts, base, head, plan, sandbox } = about;
  const records: StoredRecord[] = [];
  for (const [index, line] of lines.entries()) {
    const record = recordIn(line, parts[index]);
    if (record === null)
      return refused(`was changed after it was written: line ${index + 2} is not the record that it names`);
    records.push(record);
  }
  return { kind: 'read', file: { id: id.slice(0, 16), base, head, plan, sandbox, records } };
}

function whyNotWhole({ parts, plan }: About, lines: number): string | null {
  if (lines < parts.length) return `is cut: it holds ${lines} of the ${parts.length} records that it names`;
  if (lines > parts.length)
    return `is doubled or joined with another: it holds more than the ${parts.length} records that it names`;
  if (new Set(parts.map((part) => placeOf(part))).size !== parts.length) return 'names a record twice';
  const plans = parts.filter(({ kind }) => kind === 'plan').map((part) => part.key);
  return plans.length === 1 && plans[0] === plan ? null : 'does not hold the one plan that it names';
}

function recordIn(line: string, part: About['parts'][number] | undefined): StoredRecord | null {
  const found = lineOf(recordFileSchema, line);
  if (found === null || part === undefined) return null;
  const isNamed = placeOf(found.record) === placeOf(part) && found.digest === part.digest;
  return isNamed && digest(found.record) === part.digest ? found.record : null;
}

const markedSchema = z.object({
  about: z.object({
    format: z.literal(format),
    schema: z.number(),
    protocol: z.number(),
    prompt: z.number(),
  }),
});

// Said before anything else: a later version may write everything else in another way.
function whyNotOurs(first: string): string | null {
  const found = markedSchema.safeParse(parsed(first));
  if (!found.success) return 'is no file that `records export` wrote';
  const { schema, protocol, prompt } = found.data.about;
  if (schema !== 1) return `has schema ${schema}, and this program reads schema 1`;
  if (protocol !== protocolVersion)
    return `holds answers in version ${protocol} of the answer protocol, and this program reads version ${protocolVersion}`;
  if (prompt !== promptVersion)
    return `holds answers to version ${prompt} of the prompt, and this program asks with version ${promptVersion}`;
  return null;
}

// Written again it must be the same text: so no name is given twice, and no byte can be another one.
function lineOf<Schema extends z.ZodType>(schema: Schema, line: string): z.infer<Schema> | null {
  const value = parsed(line);
  const found = schema.safeParse(value);
  return found.success && JSON.stringify(value) === line ? found.data : null;
}

function parsed(text: string): unknown {
  if (text.length > lineCap) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function placeOf({ kind, key: of }: { readonly kind: string; readonly key: string }): string {
  return `${kind}/${of}`;
}

function refused(why: string): ReadRecordsFile {
  return { kind: 'refused', why };
}
