import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { StoredRecord } from '../../core/plan/record.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import { readPlainFile } from './read-plain-file.ts';
import { storedRecordSchema } from './record-schema.ts';
import { openRecordsFolder, type RecordsPlace } from './records-folder.ts';

const fileCapBytes = 32 * 1024 * 1024;

/**
 * Records as files, one each, found by their key. A file that is torn, too large, a link, of another key or of
 * another shape is as good as absent; `onMiss` hears of it. Throws RECORDS_FOLDER_UNSAFE.
 */
export async function openRecordStore(
  place: RecordsPlace & { readonly onMiss?: (reason: string) => void },
): Promise<RecordStore> {
  await openRecordsFolder(place);
  const read = async <Kind extends StoredRecord['kind']>(
    kind: Kind,
    key: string,
  ): Promise<RecordOf<Kind> | null> => {
    const found = await readRecord(pathOf(place.directory, kind, key));
    if (found.kind === 'absent') return null;
    if (found.kind === 'record' && isOf(kind, found.record) && found.record.key === key) return found.record;
    place.onMiss?.(`${kind} record ${key}: ${found.kind === 'refused' ? found.why : 'holds another record'}`);
    return null;
  };
  return {
    readGeneration: (key) => read('generation', key),
    readTestRun: (key) => read('test-run', key),
    write: (record) => writeDurably(pathOf(place.directory, record.kind, record.key), JSON.stringify(record)),
  };
}

type RecordOf<Kind> = Extract<StoredRecord, { readonly kind: Kind }>;

type Found =
  | { readonly kind: 'record'; readonly record: StoredRecord }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly why: string };

function isOf<Kind extends StoredRecord['kind']>(kind: Kind, record: StoredRecord): record is RecordOf<Kind> {
  return record.kind === kind;
}

function pathOf(directory: string, kind: StoredRecord['kind'], key: string): string {
  // A key becomes a path, so it must be what core/plan/digest makes.
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Error(`not a record key: ${key.slice(0, 80)}`);
  return join(directory, kind, key.slice(0, 2), `${key}.json`);
}

async function readRecord(path: string): Promise<Found> {
  const file = await readPlainFile(path, fileCapBytes);
  if (file.kind !== 'read') return file;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.bytes);
    const parsed = storedRecordSchema.safeParse(JSON.parse(text));
    return parsed.success
      ? { kind: 'record', record: parsed.data }
      : { kind: 'refused', why: 'is of another shape' };
  } catch {
    return { kind: 'refused', why: 'is torn or no JSON' };
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  if (bytes.length > fileCapBytes) throw new Error(`record ${path} is larger than ${fileCapBytes} bytes`);
  const folder = dirname(path);
  const made = await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${randomUUID()}.tmp`);
  const flags = constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW | constants.O_WRONLY;
  const file = await open(temporary, flags, 0o644);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await rename(temporary, path);
  } catch (cause) {
    await unlink(temporary).catch(() => undefined);
    throw new Error(`could not store the record ${path}`, { cause });
  }
  await syncFolder(folder);
  // A new folder is itself an entry of its parents.
  if (made !== undefined)
    for (const parent of [dirname(folder), dirname(dirname(folder))]) await syncFolder(parent);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
