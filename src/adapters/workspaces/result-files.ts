import { lstat, readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { atOnce } from '../../core/at-once.ts';
import { isNamedBy, type FilePattern } from '../../core/specs/file-pattern.ts';
import type { ReportFile } from '../../core/results/report-file.ts';
import type { WantedResults } from '../../ports/workspace.ts';
import { readTextBelow } from '../plain-files/read-plain-file.ts';

/** A folder with results, and what may lie in front of a path in it that leads out of reach. */
type ResultsFolder = { readonly root: string; readonly directory: string };

const longAgo = new Date(0);

/** Dates everything that matches back to 1970, so that what a command writes can be told from what was there. */
export async function forgetResults(folder: ResultsFolder, files: readonly FilePattern[]): Promise<void> {
  for (const path of await matching(folder, files)) {
    await utimes(join(folder.directory, path), longAgo, longAgo);
  }
}

/** The results that were written after `forgetResults`. */
export async function resultsIn(
  folder: ResultsFolder,
  { files, mostBytes }: WantedResults,
): Promise<readonly ReportFile[]> {
  return readFiles(folder, { paths: await matching(folder, files), mostBytes });
}

/** Texts of the regular files at these paths, with the sizes of those that are too large. */
export async function readFiles(
  { root, directory }: ResultsFolder,
  of: { readonly paths: readonly string[]; readonly mostBytes: number },
): Promise<readonly ReportFile[]> {
  const read = await atOnce(of.paths, async (path): Promise<readonly ReportFile[]> => {
    const place = join(directory, path);
    const status = await lstat(place).catch(() => null);
    if (status === null || status.mtimeMs === longAgo.getTime()) return [];
    if (status.size > of.mostBytes) return [{ path, bytes: status.size }];
    const text = await readTextBelow([root], place, of.mostBytes);
    return text === null ? [] : [{ path, text }];
  });
  return read.flat();
}

async function matching(
  { directory }: ResultsFolder,
  files: readonly FilePattern[],
): Promise<readonly string[]> {
  const starts = [...new Set(files.map(({ start }) => start))];
  const found = await atOnce(starts, (start) => filesAt(directory, start));
  const paths = [...new Set(found.flat())].filter((path) => isNamedBy(path, files));
  return paths.toSorted();
}

const skipped = new Set(['node_modules', '.git']);

async function filesAt(directory: string, path: string): Promise<readonly string[]> {
  const place = join(directory, path);
  const entries = await readdir(place, { withFileTypes: true }).catch(() => null);
  if (entries === null) return path === '.' ? [] : [path];
  const inside = await atOnce(entries, async (entry): Promise<readonly string[]> => {
    const name = path === '.' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesAt(directory, name);
    return entry.isFile() ? [name] : [];
  });
  return inside.flat();
}
