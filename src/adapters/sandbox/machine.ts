import { lstat, readlink } from 'node:fs/promises';
import type { Bound } from '../../ports/sandbox.ts';

/** How a top folder of the system (`/bin`, `/lib64`) is made to appear. */
export type SystemFolder = { readonly path: string; readonly link: string | null };

/** What the sandbox shows of this machine to every command. */
export type Machine = {
  readonly systemFolders: readonly SystemFolder[];
  /** Programs outside the system's folders (a Node from nvm, a virtual environment), and single files we need. */
  readonly programs: readonly string[];
  /** Small files that tests see: names of users and hosts instead of the machine's, what a test runner loads for us. */
  readonly files: readonly Bound[];
  /** Variables that those programs want. */
  readonly variables: Readonly<Record<string, string>>;
  readonly cores: number;
};

const besideUsr = ['bin', 'sbin', 'lib', 'lib32', 'lib64', 'libx32'];

/** The system's top folders beside /usr: on most machines links into it. */
export async function readSystemFolders(): Promise<readonly SystemFolder[]> {
  const found: SystemFolder[] = [];
  for (const name of besideUsr) {
    const status = await lstat(`/${name}`).catch(() => null);
    if (status?.isSymbolicLink() === true) found.push({ path: `/${name}`, link: await readlink(`/${name}`) });
    else if (status?.isDirectory() === true) found.push({ path: `/${name}`, link: null });
  }
  return found;
}
