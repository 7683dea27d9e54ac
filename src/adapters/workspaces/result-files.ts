import { lstat, lutimes, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { atOnce } from '../../core/at-once.ts';
import { isNamedBy, type FilePattern } from '../../core/specs/file-pattern.ts';
import type { ReportFile } from '../../core/results/report-file.ts';
import { withoutOutput, type Slimmer } from '../../core/results/formats/without-output.ts';
import type { WantedResults } from '../../ports/workspace.ts';
import { readPiecesBelow, readTextBelow } from '../plain-files/read-plain-file.ts';
import { streamWithoutSecrets, withoutSecrets } from '../process/secrets.ts';

/** A folder with results; nothing outside of `root` is read, even if a path in the folder leads there. */
type ResultsFolder = { readonly root: string; readonly directory: string };

const longAgo = new Date(0);

/** Sets the time of all matching files to 1970, so that files that a command writes can be recognised. */
export async function forgetResults(folder: ResultsFolder, files: readonly FilePattern[]): Promise<void> {
  for (const path of await matching(folder, files)) {
    const place = join(folder.directory, path);
    // A file that is named need not be there; and where a link leads, nothing is touched.
    const status = await lstat(place).catch(() => null);
    if (status?.isFile() === true) await lutimes(place, longAgo, longAgo);
  }
}

/** The results that were written after `forgetResults`. */
export async function resultsIn(
  folder: ResultsFolder,
  { files, mostBytes }: WantedResults,
): Promise<readonly ReportFile[]> {
  return readFiles(folder, { paths: await matching(folder, files), mostBytes });
}

/** Texts of the regular files at these paths, without secrets, and the sizes of those that are too large. */
export async function readFiles(
  { root, directory }: ResultsFolder,
  of: { readonly paths: readonly string[]; readonly mostBytes: number },
): Promise<readonly ReportFile[]> {
  const read = await atOnce(of.paths, async (path): Promise<readonly ReportFile[]> => {
    const place = join(directory, path);
    const status = await lstat(place).catch(() => null);
    if (status === null || status.mtimeMs === longAgo.getTime()) return [];
    if (status.size > of.mostBytes) return [{ path, bytes: status.size, text: null }];
    const text =
      status.size > largeBytes
        ? await readLarge(root, place)
        : await readTextBelow([root], place, largeBytes);
    return text === null ? [] : [{ path, bytes: status.size, text: withoutSecrets(text) }];
  });
  return read.flat();
}

const largeBytes = 4 * 1024 * 1024;

/** Read in pieces and without what tests printed, because all of it would not fit into memory. */
async function readLarge(root: string, path: string): Promise<string | null> {
  let slim: Slimmer = (piece) => {
    slim = withoutOutput(piece);
    return slim(piece);
  };
  const left: string[] = [];
  const { push, end } = streamWithoutSecrets();
  const isRead = await readPiecesBelow([root], path, (piece) => void left.push(slim(push(piece))));
  return isRead ? [...left, slim(end()), slim('')].join('') : null;
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
