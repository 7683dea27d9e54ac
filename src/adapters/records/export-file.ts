import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { StoredRecord } from '../../core/records/record.ts';
import {
  readRecordsFile,
  recordsFileCapBytes,
  recordsFileText,
  type RecordsFile,
} from '../../core/records/records-file.ts';
import { UserError } from '../../errors.ts';
import { whyProtected, type Tracks } from '../plain-files/protected-place.ts';
import { readPlainFile } from '../plain-files/read-plain-file.ts';
import { isErrno } from '../plain-files/safe-path.ts';
import { writeDurably } from '../plain-files/write-durably.ts';
import { textWithoutSecrets, withoutSecrets } from '../process/secrets.ts';

/** Writes a new file at this absolute path and returns its size. Throws RECORDS_NOT_EXPORTED: then it is not there. */
export async function writeRecordsFile(
  path: string,
  file: Omit<RecordsFile, 'id'>,
  tracks: Tracks,
): Promise<number> {
  const why = await whyProtected(path, tracks);
  if (why !== null) throw notWritten(path, why, 'Name a file that git neither tracks nor uses.');
  const leaky = file.records.find((record) => holdsSecret(record));
  if (leaky !== undefined) throw secretIn(leaky);
  const bytes = Buffer.from(recordsFileText(file));
  if (bytes.length > recordsFileCapBytes)
    throw notWritten(path, `is larger than ${recordsFileCapBytes} bytes`, 'Export a check with fewer specs.');
  if ((await lstat(path).catch(() => null)) !== null)
    throw notWritten(path, 'is already there', 'Name a new file, or remove this one.');
  try {
    // The user named it, so it may lie behind a link.
    const folder = await realpath(dirname(path)).catch(() => dirname(path));
    await writeDurably(folder, basename(path), bytes);
  } catch (error) {
    if (!isErrno(error, ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENAMETOOLONG', 'EEXIST', 'ENOENT']))
      throw error;
    throw notWritten(
      path,
      `cannot be written (${String(error)})`,
      'Name a file in a folder that you may write to.',
    );
  }
  return bytes.length;
}

/** Reads such a file at an absolute path. Throws RECORDS_NOT_IMPORTED. */
export async function loadRecordsFile(path: string): Promise<RecordsFile> {
  const found = await readPlainFile(path, recordsFileCapBytes);
  if (found.kind === 'absent') throw unusable(path, 'is not there', 'Check the path.');
  const read = found.kind === 'read' ? readRecordsFile(found.bytes) : found;
  if (read.kind === 'read') return read.file;
  throw unusable(path, read.why, 'Nothing was imported. Export again and copy the whole file.');
}

// A text is looked through as it stands in the file and as it reads.
function holdsSecret(record: StoredRecord): boolean {
  const text = JSON.stringify(record);
  return withoutSecrets(text) !== text || JSON.stringify(record, textWithoutSecrets) !== text;
}

const places = {
  generation: 'the answer of a model',
  'test-run': 'what a test run printed',
  plan: 'the plan',
  night: 'a night',
} as const;

function secretIn({ kind, key }: StoredRecord): UserError {
  return new UserError(
    'RECORDS_NOT_EXPORTED',
    `${places[kind]} holds one of the keys of this environment (${kind}/${key.slice(0, 2)}/${key}.json), so nothing was written.`,
    'Revoke that key, remove the record and check again: tests should not print keys.',
  );
}

function notWritten(path: string, why: string, fix: string): UserError {
  return new UserError('RECORDS_NOT_EXPORTED', `${path} ${why}, so nothing was written.`, fix);
}

function unusable(path: string, why: string, fix: string): UserError {
  return new UserError('RECORDS_NOT_IMPORTED', `${path} ${why}.`, fix);
}
