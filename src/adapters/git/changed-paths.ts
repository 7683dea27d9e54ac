import type { SimpleGit } from 'simple-git';
import { atOnce } from '../../core/at-once.ts';
import type { ChangedPath, TreeEntry } from '../../ports/repository.ts';

/**
 * The paths that differ between two commits. Their listings, which a check reads in any case, hold all but renames, so
 * git is asked only where one may be: where something is gone and something is new.
 */
export async function changedPaths(
  of: { readonly reading: SimpleGit; readonly listFiles: (commit: string) => Promise<readonly TreeEntry[]> },
  base: string,
  head: string,
): Promise<readonly ChangedPath[]> {
  const [before, after] = (await atOnce([base, head], of.listFiles)).map(
    (listed) => new Map(listed.map((entry) => [entry.path, entry])),
  );
  if (before === undefined || after === undefined) throw new Error('two commits have two listings');
  const isGone = [...before.keys()].some((path) => !after.has(path));
  const isNew = [...after.keys()].some((path) => !before.has(path));
  if (isGone && isNew)
    return readChangedPaths(await of.reading.raw(['diff', ...diffOptions, '--end-of-options', base, head]));
  // One of the two lists every path, in the order of git.
  const [listed, others] = isGone ? [before, after] : [after, before];
  return [...listed.values()].flatMap(({ path, oid, kind }): ChangedPath[] => {
    const other = others.get(path);
    if (other?.oid === oid && other.kind === kind) return [];
    const status = other !== undefined ? 'modified' : isGone ? 'deleted' : 'added';
    return [{ status, path, from: null }];
  });
}

const diffOptions = [
  '--name-status',
  '-z',
  '-M',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
  '--no-color',
  '--ignore-submodules=none',
];

/**
 * Reads what `diff --name-status -z -M` prints: a status, then one path, or two for a rename. Names that are not
 * UTF-8 are left out, as in the listing of a commit.
 */
function readChangedPaths(output: string): readonly ChangedPath[] {
  const fields = output.split('\0');
  const changes: ChangedPath[] = [];
  for (let at = 0; at + 1 < fields.length;) {
    const letter = fields[at]?.[0] ?? '';
    const hasTwoPaths = letter === 'R' || letter === 'C';
    const first = fields[at + 1] ?? '';
    const path = hasTwoPaths ? (fields[at + 2] ?? '') : first;
    changes.push({ status: statusOf(letter), path, from: letter === 'R' ? first : null });
    at += hasTwoPaths ? 3 : 2;
  }
  return changes.filter(({ path, from }) => !`${path}${from ?? ''}`.includes('\uFFFD'));
}

function statusOf(letter: string): ChangedPath['status'] {
  if (letter === 'A' || letter === 'C') return 'added';
  if (letter === 'D') return 'deleted';
  return letter === 'R' ? 'renamed' : 'modified';
}
