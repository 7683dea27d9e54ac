import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from './history.ts';

/** The public repositories whose histories are played, by the folder in which each is expected. */
export const repositories = {
  'exercism/python': 'https://github.com/exercism/python',
  'commonmark/commonmark-spec': 'https://github.com/commonmark/commonmark-spec',
  'toon-format/spec': 'https://github.com/toon-format/spec',
  'toon-format/toon': 'https://github.com/toon-format/toon',
} as const;
export type RepositoryName = keyof typeof repositories;

/** The commands that bring what is missing in a folder of clones. */
export function missingClones(folder: string): readonly string[] {
  return Object.entries(repositories)
    .filter(([name]) => !existsSync(join(folder, name)))
    .map(([name, url]) => `git clone --bare ${url} ${join(folder, name)}`);
}

/** A text of a commit. */
export function textAt(folder: string, name: RepositoryName, at: `${string}:${string}`): string {
  return git(folder, name, ['show', at]);
}

/** Every text below a path of a commit, by its path from there. */
export function textsAt(
  folder: string,
  name: RepositoryName,
  { commit, under }: { readonly commit: string; readonly under: string },
): Files {
  const paths = git(folder, name, ['ls-tree', '-r', '--name-only', commit, `${under}/`]).split('\n');
  return Object.fromEntries(
    paths
      .filter((path) => path !== '')
      .map((path) => [path.slice(under.length + 1), textAt(folder, name, `${commit}:${path}`)]),
  );
}

function git(folder: string, name: RepositoryName, argv: readonly string[]): string {
  return execFileSync('git', ['-C', join(folder, name), ...argv], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
