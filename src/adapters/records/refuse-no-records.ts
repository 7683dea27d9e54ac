import { readdir } from 'node:fs/promises';
import { UserError } from '../../errors.ts';

/** Whether the folder (absolute path) holds any answers. Makes nothing, unlike opening the folder. */
export async function hasRecords(directory: string): Promise<boolean> {
  const names = await readdir(directory).catch(() => []);
  return names.some((name) => name === 'generation' || name === 'imported');
}

/** Throws RECORDS_NOT_FOUND for a folder without answers, where only records are read: its name is mistyped. */
export async function refuseNoRecords(directory: string): Promise<void> {
  if (await hasRecords(directory)) return;
  throw new UserError(
    'RECORDS_NOT_FOUND',
    `there are no records in ${directory}. No model was asked.`,
    'With `--records` name the folder that `check` wrote, or run `check` first.',
  );
}
