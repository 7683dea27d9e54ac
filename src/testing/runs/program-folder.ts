import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder.ts';

/** A PATH on which nothing but these programs of the machine are found; disposing removes it. */
export async function programFolder(...names: readonly string[]): ReturnType<typeof temporaryFolder> {
  const folder = await temporaryFolder();
  for (const name of names) await symlink(`/usr/bin/${name}`, join(folder.path, name));
  return folder;
}
