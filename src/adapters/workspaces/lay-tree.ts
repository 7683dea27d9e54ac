import { copyFile, mkdir, readdir, readlink, symlink } from 'node:fs/promises';
import { atOnce } from '../../core/at-once.ts';
import type { Repository, TreeEntry } from '../../ports/repository.ts';

/** Writes the committed files of one tree into an empty folder. It can be called often, and at the same time. */
export type LayTree = (folder: string) => Promise<void>;

/** A tree that is laid often: its commit, its files, and a path of ours where a first copy can be kept. */
export type TreeToLay = {
  readonly repository: Repository;
  readonly commit: string;
  readonly tracked: readonly TreeEntry[];
  readonly firstCopy: string;
};

/** Copying takes time of our own process for each file; git takes one process of its own, however many files there are. */
const mostCopied = 500;

/**
 * Lays a tree without a process for each folder: git writes it once, and the others are copies of that. No sandbox
 * shows a cell the first copy; without one, a command that could change it could change git's objects as well.
 */
export function layByCopying({ repository, commit, tracked, firstCopy }: TreeToLay): LayTree {
  const byGit: LayTree = (folder) => repository.writeTree(commit, folder);
  if (tracked.length > mostCopied) return byGit;
  let laid: Promise<void> | null = null;
  const layFirst = async (): Promise<void> => {
    await mkdir(firstCopy);
    await byGit(firstCopy);
  };
  return async (folder) => {
    laid ??= layFirst();
    await laid;
    await copyInto(Buffer.from(firstCopy), Buffer.from(folder));
  };
}

/** Links stay links, wherever they lead. Names are bytes: git knows names that are not UTF-8. */
async function copyInto(from: Buffer, to: Buffer): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true, encoding: 'buffer' });
  await atOnce(entries, async (entry) => {
    const [source, target] = [below(from, entry.name), below(to, entry.name)];
    if (entry.isSymbolicLink()) return symlink(await readlink(source, { encoding: 'buffer' }), target);
    if (!entry.isDirectory()) return copyFile(source, target);
    await mkdir(target);
    return copyInto(source, target);
  });
}

function below(folder: Buffer, name: Buffer): Buffer {
  return Buffer.concat([folder, Buffer.from('/'), name]);
}
