import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quietGit } from './git-process.ts';

/**
 * Writes a commit's tracked files into an empty folder.
 *
 * It works through a temporary repository of our own that only borrows the objects. The configuration, hooks,
 * attributes and sparse-checkout list of the real one are never read, so a filter that `.gitattributes` names has no
 * command to run (files under Git LFS stay pointers). Line ends follow `.gitattributes`, as in any checkout. Each
 * call has its own index, so calls may overlap.
 */
export async function writeTree(request: {
  readonly commit: string;
  readonly directory: string;
  /** Absolute path of the real repository's objects. */
  readonly objects: string;
  readonly environment: Readonly<Record<string, string>>;
}): Promise<void> {
  const { commit, directory, objects, environment } = request;
  if ((await readdir(directory)).length > 0) throw new Error(`not an empty folder: ${directory}`);
  const gitDirectory = await mkdtemp(join(tmpdir(), 'spec-portability-git-'));
  try {
    await mkdir(join(gitDirectory, 'refs'));
    await writeFile(join(gitDirectory, 'HEAD'), `${commit}\n`);
    const extra = {
      GIT_DIR: gitDirectory,
      GIT_WORK_TREE: directory,
      GIT_OBJECT_DIRECTORY: objects,
    };
    // read-tree would be enough, but simple-git waits 50 ms for the output of a command that prints nothing.
    await quietGit({ directory, environment, extra }).raw(['reset', '--hard']);
  } finally {
    await rm(gitDirectory, { recursive: true, force: true });
  }
}
