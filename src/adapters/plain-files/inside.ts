import { isAbsolute, relative, sep } from 'node:path';

/** Path relative to the folder, '' for the folder itself; null when it lies outside. Both arguments are absolute. */
export function inside(folder: string, path: string): string | null {
  const way = relative(folder, path);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? null : way;
}
