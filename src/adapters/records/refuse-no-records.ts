import { readdir } from 'node:fs/promises';
import { UserError } from '../../errors.ts';

/**
 * Throws RECORDS_NOT_FOUND for a folder (absolute path) that holds no answers at all, where only records are judged: its
 * name is mistyped. Makes nothing, unlike opening the folder.
 */
export async function refuseNoRecords(directory: string): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  if (names.some((name) => name === 'generation' || name === 'imported')) return;
  throw new UserError(
    'RECORDS_NOT_FOUND',
    `there are no records in ${directory}. No model was asked.`,
    'With `--records` name the folder that `check` wrote, or run `check` first.',
  );
}
