import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';

const found = new Map<string, string>();

/** The file that starts a program. What is nowhere stays as it is: the start fails and says so. */
export function findProgram(name: string, path: string | undefined): string {
  if (name.includes('/') || path === undefined) return name;
  return programOnPath(name, path) ?? name;
}

/**
 * The file that a program's name leads to in the absolute folders of PATH; null if there is none. It is searched once, so
 * that not each child tries every folder to start it.
 */
export function programOnPath(name: string, path: string): string | null {
  const key = `${name}\0${path}`;
  const known = found.get(key);
  if (known !== undefined && isProgram(known)) return known;
  const file = path
    .split(':')
    .filter((folder) => folder.startsWith('/'))
    .map((folder) => join(folder, name))
    .find(isProgram);
  if (file === undefined) return null;
  found.set(key, file);
  return file;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
