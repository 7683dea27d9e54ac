import { join } from 'node:path';
import {
  readRecordsFile,
  recordsFileCapBytes,
  recordsFileText,
  type RecordsFile,
} from '../../core/records/records-file.ts';
import { UserError } from '../../errors.ts';
import { readFileBelow } from '../plain-files/read-plain-file.ts';
import { writeDurably } from '../plain-files/write-durably.ts';

/**
 * Stores an import in the records folder, in one step, and returns its path. It lies beside the records and not among
 * them: the Actions cache carries only records, and no run finds it but the one with this plan.
 */
export async function storeImport(records: string, file: RecordsFile): Promise<string> {
  await writeDurably(records, pathOf(file.plan), Buffer.from(recordsFileText(file)));
  return join(records, pathOf(file.plan));
}

/** The import for this plan; null = there is none. Throws RECORDS_NOT_IMPORTED: to ask models in its place would cost. */
export async function findImport(
  records: string,
  plan: string,
): Promise<{ readonly path: string; readonly file: RecordsFile } | null> {
  const path = pathOf(plan);
  const found = await readFileBelow(records, path, recordsFileCapBytes);
  if (found.kind === 'absent') return null;
  const read = found.kind === 'read' ? readRecordsFile(found.bytes) : found;
  if (read.kind === 'read') return { path: join(records, path), file: read.file };
  throw new UserError(
    'RECORDS_NOT_IMPORTED',
    `the import ${join(records, path)} ${read.why}, so nothing of it is used.`,
    'Import the file again, or remove the import.',
  );
}

function pathOf(plan: string): string {
  return `imported/${plan}.jsonl`;
}
