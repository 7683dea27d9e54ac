import { lstat, mkdir, open, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../../errors.ts';

/** Makes sure that a copy of result.json can be written to this absolute path; throws RESULT_NOT_WRITABLE. */
export async function openResultFile(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    // What is there stays until there is a result, and a check that ends before leaves no empty file.
    const isThere = (await lstat(path).catch(() => null)) !== null;
    await (await open(path, 'a')).close();
    if (!isThere) await unlink(path);
  } catch (error) {
    throw new UserError(
      'RESULT_NOT_WRITABLE',
      `\`--result ${path}\` cannot be written (${error instanceof Error ? error.message : String(error)}). No model was asked.`,
      'Name a file in a folder that you may write to.',
    );
  }
}
