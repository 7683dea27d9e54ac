import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolders } from '../plain-files/make-folders.ts';
import { replaceFile } from '../plain-files/replace-file.ts';
import { piecesWithoutSecrets } from '../process/secrets.ts';

/** A page of a report: a path below the folder, and its text in parts. */
type Page = { readonly path: string; readonly parts: readonly string[] };

/** Writes pages one by one, so that only one is in memory, and removes those of generations that an earlier report has left. */
export async function writePages(pages: Iterable<Page>, directory: string): Promise<void> {
  const generations = join(directory, 'generations');
  await rm(generations, { recursive: true, force: true });
  makeFolders(directory);
  for (const { path, parts } of pages) {
    if (!/^(?:index|generations\/[A-Za-z0-9_][A-Za-z0-9._-]*)\.html$/.test(path))
      throw new Error(`not a page of a report: ${path.slice(0, 80)}`);
    if (path.startsWith('generations/')) makeFolders(generations);
    await writePlain(join(directory, path), parts);
  }
}

// Tests of the pull request have run since the folder was checked, so no link in it is followed. Not synced: a report
// that is lost in a crash can be made again from the records.
async function writePlain(path: string, parts: readonly string[]): Promise<void> {
  await replaceFile(path, async (file) => {
    for (const piece of piecesWithoutSecrets(parts)) writeFileSync(file, piece);
  });
}
