import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChangedFile } from '../../core/controls/change.ts';
import { steersRunner } from '../../core/specs/steering-names.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { pathRules } from '../../core/specs/writable.ts';
import type { TreeEntry } from '../../ports/repository.ts';
import { readFileBelow } from '../plain-files/read-plain-file.ts';

/** Tells whether the files that judge an answer are still as they were laid, where no sandbox keeps them so. */
export type JudgingFiles = {
  /** Looks at a tree that was just laid; gives what tells later, wherever it is then, whether a file was changed since. */
  readonly look: (
    tree: string,
    changed: readonly ChangedFile[],
  ) => Promise<(root: string) => Promise<boolean>>;
};

type Digests = ReadonlyMap<string, string | null>;

const readCapBytes = 16 * 1024 * 1024;

/**
 * The committed files that no test run may change: tests, context, spec, instructions, and what steers a runner. All trees
 * of one version are laid alike, so only the first is read before its command runs.
 */
export function judgingFiles({ spec, emptied }: SpecVersion, tracked: readonly TreeEntry[]): JudgingFiles {
  const left = new Set(emptied);
  const { isProtected } = pathRules(spec);
  const paths = tracked
    .filter(({ kind }) => kind === 'file' || kind === 'executable')
    .map(({ path }) => path)
    .filter((path) => !left.has(path) && (isProtected(path) || steersRunner(path)));
  let asLaid: Digests | null = null;
  return {
    look: async (tree, changed) => {
      const before = asLaid ?? (await digestsIn(tree, paths));
      if (changed.length === 0) asLaid = before;
      const own = new Map(changed.map(({ path, text }) => [path, digestOf(Buffer.from(text))]));
      return async (root) => {
        const after = await digestsIn(root, paths);
        return paths.some((path) => after.get(path) !== (own.get(path) ?? before.get(path)));
      };
    },
  };
}

/** So many are read before others have their turn: about 2 ms. */
const atOnce = 40;

// Without promises: for each of these small calls the pool of threads would take more time than the call itself.
async function digestsIn(root: string, paths: readonly string[]): Promise<Digests> {
  const digests = new Map<string, string | null>();
  for (const [index, path] of paths.entries()) {
    if (index % atOnce === atOnce - 1) await nextTurn();
    const file = await readFileBelow(root, path, readCapBytes);
    digests.set(path, file.kind === 'read' ? digestOf(file.bytes) : null);
  }
  return digests;
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64');
}
