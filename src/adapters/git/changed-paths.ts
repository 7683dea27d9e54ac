import type { ChangedPath } from '../../ports/repository.ts';

/**
 * Reads what `diff --name-status -z -M` prints: a status, then one path, or two where it was renamed.
 * Names that are not UTF-8 are left out, as in the listing of a commit.
 */
export function readChangedPaths(output: string): readonly ChangedPath[] {
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
