import { mkdir } from 'node:fs/promises';
import type { Repository } from '../../ports/repository.ts';
import { layAgain, type LayTree } from './lay-again.ts';

/** A tree that is laid often: its commit, and a path of ours where a first copy can be kept. */
export type TreeToLay = {
  readonly repository: Repository;
  readonly commit: string;
  readonly firstCopy: string;
  /** PATH of programs of this machine. */
  readonly path: string;
};

/**
 * Lays a tree without a process of git for each folder: git writes it once, and the others are copies of that. No
 * sandbox shows a cell the first copy; without one, a command that could change it could change git's objects as well.
 */
export function layByCopying({ repository, commit, firstCopy, path }: TreeToLay): LayTree {
  let laid: Promise<LayTree> | null = null;
  const layFirst = async (): Promise<LayTree> => {
    await mkdir(firstCopy);
    await repository.writeTree(commit, firstCopy);
    return layAgain(firstCopy, path);
  };
  return async (folder, without) => {
    laid ??= layFirst();
    const lay = await laid;
    await lay(folder, without);
  };
}
