import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { digest } from '../../core/digest.ts';
import { recordFileSchema, type StoredRecord } from '../../core/records/record.ts';
import { recordPath, type RecordName } from '../../core/records/record-path.ts';
import { textWithoutSecrets, withoutSecrets } from '../process/secrets.ts';
import { readFileBelowSync } from '../plain-files/read-plain-file.ts';
import { withSharedIds } from './shared-ids.ts';

/** A larger file is not a record of ours. */
export const recordCapBytes = 32 * 1024 * 1024;

/** The outcome of looking for a record. */
export type Found =
  | { readonly kind: 'record'; readonly record: StoredRecord }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Reads a record's file. The digest in it reveals accidental damage. It does not reveal forgery, because a forger can
 * compute it: trust is decided by the record's origin and by who can write to the folder.
 */
export async function readRecord(directory: string, name: RecordName): Promise<Found> {
  return readRecordSync(directory, name);
}

/**
 * Digests of whole files by the keys of their records: those that were written by this process or found to be good. A file
 * with the same bytes is not examined again. Only of answers: nothing else is read twice in a run.
 */
export type KnownFiles = Map<string, string>;

/** The same at once. A good file is added to `known`. */
export function readRecordSync(
  directory: string,
  name: RecordName,
  known: KnownFiles = new Map<string, string>(),
): Found {
  const file = readFileBelowSync(directory, recordPath(name), recordCapBytes);
  if (file.kind !== 'read') return file;
  const { bytes } = file;
  const isAnswer = name.kind === 'generation';
  if (isAnswer && known.has(name.key) && known.get(name.key) === digestOfFile(bytes))
    return { kind: 'record', record: JSON.parse(bytes.toString('utf8')).record };
  const found = parse(bytes);
  if (found.kind !== 'record') return found;
  const { kind, key } = found.record;
  if (kind !== name.kind || key !== name.key) return { kind: 'refused', why: 'holds another record' };
  if (isAnswer) known.set(key, digestOfFile(bytes));
  return found;
}

/** By this a file is known again. */
export function digestOfFile(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}

/**
 * The text of a record's file, without a secret. What vendors and commands say has none when it gets here; what stands
 * in the repository may.
 */
export function recordText(record: StoredRecord): string {
  const text = textOf(record);
  if (withoutSecrets(text) === text) return text;
  const { record: cleaned } = recordFileSchema.parse(JSON.parse(text, textWithoutSecrets));
  return textOf(cleaned);
}

function textOf(record: StoredRecord): string {
  return JSON.stringify({ digest: digest(record), record });
}

function parse(bytes: Buffer): Found {
  try {
    if (!isUtf8(bytes)) throw new Error('no UTF-8');
    const file: unknown = JSON.parse(bytes.toString('utf8'));
    // To compile the schema takes as long as to read some thousands of records by it.
    const parsed = recordFileSchema.safeParse(file, { jitless: true });
    if (!parsed.success) return { kind: 'refused', why: 'is of another shape' };
    const { record } = parsed.data;
    if (digest(record) !== parsed.data.digest)
      return { kind: 'refused', why: 'was changed after it was written: its digest differs' };
    return { kind: 'record', record: withSharedIds(record) };
  } catch {
    return { kind: 'refused', why: 'is torn or no JSON' };
  }
}
