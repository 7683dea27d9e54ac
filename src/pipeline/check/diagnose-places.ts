import type { Repository } from '../../ports/repository.ts';
import type { Finding } from './finding.ts';

/** What would stop a check in the checkout and in the folders that it writes. */
export async function diagnosePlaces(
  repository: Repository,
  of: {
    /** The checkout lacks a part of its history. */
    readonly isShallow: boolean;
    /** Folders that a check writes, each by the name of its input. */
    readonly folders: Readonly<Record<string, string>>;
  },
): Promise<readonly Finding[]> {
  const tracked: Finding[] = [];
  for (const [input, folder] of Object.entries(of.folders)) {
    if (!(await repository.tracks(folder))) continue;
    tracked.push({
      kind: 'wrong',
      text: `${folder} is tracked by git, so a pull request could change it. Set \`${input}\` to a folder that git ignores.`,
    });
  }
  return [depthOf(of.isShallow), ...tracked];
}

function depthOf(isShallow: boolean): Finding {
  return isShallow
    ? {
        kind: 'note',
        text: 'git: this checkout is shallow, so the base has to be fetched. Set `fetch-depth: 0` for actions/checkout, or run `git fetch --unshallow`.',
      }
    : { kind: 'fine', text: 'git: the checkout has the whole history.' };
}
