import type { Surroundings } from './guess-writes.ts';

/** One folder of the repository, as the finders of test commands look at it. */
export type Folder = {
  readonly has: (name: string) => boolean;
  readonly text: (name: string) => string | null;
  /** Tracked paths in or below it, as seen from it. */
  readonly below: () => readonly string[];
  /** The folders around it, the nearest first; the last one is the repository. */
  readonly around: readonly Folder[];
};

/** Looks at a folder of the repository; '.' = its root. */
export function folderAt(directory: string, of: Surroundings): Folder {
  const tracked = new Set(of.paths);
  const parts = directory === '.' ? [] : directory.split('/');
  const around = parts.map((_, index) => parts.slice(0, parts.length - index - 1).join('/'));
  const folders = around.map((path) => plainFolder(path, of, tracked));
  return { ...plainFolder(parts.join('/'), of, tracked), around: folders };
}

/** The command, run from the folder that is so many levels above. */
export function fromAbove(levels: number, command: string): string {
  return levels === 0 ? command : `cd ${Array.from({ length: levels }, () => '..').join('/')} && ${command}`;
}

function plainFolder(path: string, of: Surroundings, tracked: ReadonlySet<string>): Folder {
  const prefix = path === '' ? '' : `${path}/`;
  return {
    has: (name) => tracked.has(`${prefix}${name}`),
    text: (name) => of.texts.get(`${prefix}${name}`) ?? null,
    below: () => of.paths.filter((each) => each.startsWith(prefix)).map((each) => each.slice(prefix.length)),
    around: [],
  };
}

/** How many of the paths end like this and are not installed packages. */
export function countOf(paths: readonly string[], ending: RegExp): number {
  return paths.filter((path) => ending.test(path) && !path.includes('node_modules/')).length;
}
