import type { TreeEntry } from '../../ports/repository.ts';

/**
 * Reads what `ls-tree -r -z -l` prints.
 * A name that is not UTF-8 is left out: no string can name that file.
 */
export function readTreeEntries(output: string): readonly TreeEntry[] {
  return output.split('\0').flatMap((record) => {
    const match = recordPattern.exec(record);
    if (match === null || record.includes('\uFFFD')) return [];
    const [, mode = '', oid = '', size = '', path = ''] = match;
    return [{ path, kind: kindOf(mode), oid, size: size === '-' ? 0 : Number(size) }];
  });
}

// <mode> <type> <oid> <padded size or ->TAB<path>; a path may hold anything but NUL.
const recordPattern = /^(\d{6}) \w+ ([0-9a-f]{40}) +(\d+|-)\t(.+)$/s;

function kindOf(mode: string): TreeEntry['kind'] {
  if (mode === '120000') return 'symlink';
  if (mode === '160000') return 'submodule';
  return mode === '100755' ? 'executable' : 'file';
}
