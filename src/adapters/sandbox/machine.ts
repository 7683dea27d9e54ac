import { lstat, readdir, readlink } from 'node:fs/promises';
import type { Bound } from '../../ports/sandbox.ts';

/** How a top folder of the system (`/bin`, `/lib64`) appears in the sandbox. */
export type SystemFolder = { readonly path: string; readonly link: string | null };

/** The parts of this machine that every command in the sandbox sees. */
export type Machine = {
  readonly systemFolders: readonly SystemFolder[];
  /** Programs outside the system's folders (a Node from nvm, a virtual environment), and single files that we need. */
  readonly programs: readonly string[];
  /**
   * Small files that tests see: lists of users and hosts in place of the machine's own, and what a test runner loads
   * for us.
   */
  readonly files: readonly Bound[];
  /** Files of /proc that tell of keys of our session. */
  readonly hidden: readonly string[];
  /** Variables that those programs need. */
  readonly variables: Readonly<Record<string, string>>;
  readonly cores: number;
};

const besideUsr = ['bin', 'sbin', 'lib', 'lib32', 'lib64', 'libx32'];

/**
 * The system's top folders besides /usr; on most machines they are links into it. And what Debian keeps of a Java in /etc:
 * its security settings, without which it verifies no jar.
 */
export async function readSystemFolders(): Promise<readonly SystemFolder[]> {
  const found: SystemFolder[] = [];
  for (const name of besideUsr) {
    const status = await lstat(`/${name}`).catch(() => null);
    if (status?.isSymbolicLink() === true) found.push({ path: `/${name}`, link: await readlink(`/${name}`) });
    else if (status?.isDirectory() === true) found.push({ path: `/${name}`, link: null });
  }
  for (const name of await readdir('/etc').catch(() => []))
    if (/^java-\d+-openjdk$/.test(name)) found.push({ path: `/etc/${name}`, link: null });
  return found;
}
