import { createHash } from 'node:crypto';
import { copyFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SimpleGit } from 'simple-git';
import { UserError } from '../../errors.ts';

/**
 * Puts the files that Git LFS keeps elsewhere in the place of their pointers, from the store of this machine. Throws
 * POINTED_CONTENT_MISSING. `tree`: git with this tree as its work tree and index.
 */
export async function writeLargeFiles(of: {
  readonly tree: SimpleGit;
  readonly commit: string;
  readonly directory: string;
  readonly stores: readonly string[];
  /** Paths that may be pointers. */
  readonly pointers: readonly string[];
}): Promise<void> {
  const { tree, commit, directory, stores } = of;
  for (const path of of.pointers) {
    const place = join(directory, path);
    const pointer = pointerIn(await readFile(place, 'utf8'));
    if (pointer === null || !(await isLargeFile(tree, path))) continue;
    await putFile({ ...pointer, place, path, commit, stores });
  }
}

type Pointer = { readonly digest: string; readonly size: number };

function pointerIn(text: string): Pointer | null {
  const [, digest, size] =
    /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-.*\n)*oid sha256:([0-9a-f]{64})\nsize (\d+)\n$/.exec(
      text,
    ) ?? [];
  return digest === undefined ? null : { digest, size: Number(size) };
}

// A fixture may look like a pointer without being one.
async function isLargeFile(tree: SimpleGit, path: string): Promise<boolean> {
  return (await tree.raw(['check-attr', '-z', 'filter', '--', path])).split('\0')[2] === 'lfs';
}

async function putFile(
  of: Pointer & {
    readonly place: string;
    readonly path: string;
    readonly commit: string;
    readonly stores: readonly string[];
  },
): Promise<void> {
  const { digest, size, place, stores } = of;
  for (const store of stores) {
    const kept = join(store, digest.slice(0, 2), digest.slice(2, 4), digest);
    const bytes = await readFile(kept).catch(() => null);
    if (bytes?.length !== size || createHash('sha256').update(bytes).digest('hex') !== digest) continue;
    await rm(place);
    await copyFile(kept, place);
    return;
  }
  throw new UserError(
    'POINTED_CONTENT_MISSING',
    `\`${of.path}\` of ${of.commit.slice(0, 12)} is kept by Git LFS, and this checkout does not have it. No model was asked.`,
    'Set `lfs: true` for actions/checkout, or run `git lfs fetch --all`.',
  );
}
