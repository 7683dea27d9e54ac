import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from './write-durably.ts';

/** A page of a report: a path below the folder, and its text. */
type Page = { readonly path: string; readonly html: string };

/** Writes pages as they are made, so that only one is in memory, and removes the cells of an earlier report. */
export async function writePages(pages: Iterable<Page>, directory: string): Promise<void> {
  await rm(join(directory, 'cells'), { recursive: true, force: true });
  for (const { path, html } of pages) {
    if (!/^(?:index|cells\/[A-Za-z0-9_][A-Za-z0-9._-]*)\.html$/.test(path))
      throw new Error(`not a page of a report: ${path.slice(0, 80)}`);
    // Tests of the pull request ran since the folder was looked at, so nothing that stands there is followed.
    await writeDurably(directory, path, Buffer.from(html));
  }
}
