import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { GenerationRecord } from '../../core/plan/record.ts';
import { readRecordPath } from '../../core/plan/record-path.ts';
import { readRecord } from './read-record.ts';

/** Every whole generation in the folder that a run of this pull request paid for. */
export async function* generationsOf(folder: string, pullRequest: number): AsyncGenerator<GenerationRecord> {
  const place = join(folder, 'generation');
  const entries = await readdir(place, { withFileTypes: true, recursive: true }).catch(() => []);
  for (const entry of entries.filter((one) => one.isFile())) {
    const name = readRecordPath(relative(folder, join(entry.parentPath, entry.name)));
    if (name === null) continue;
    const found = await readRecord(folder, name);
    if (found.kind !== 'record' || found.record.kind !== 'generation') continue;
    if (found.record.origin.pullRequest === pullRequest) yield found.record;
  }
}
