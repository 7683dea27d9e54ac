import { answerLimits, pathProblem, pathSetProblem, shownPath } from './path-rules.ts';

/** A path that a program left in its folder, as `lstat` sees it. */
export type LeftFile = {
  /** Relative to the root of the tree, with forward slashes. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'symlink' | 'device' | 'socket' | 'pipe';
  /** Permission bits, without the kind. */
  readonly mode: number;
  /** Number of names of the same content: more than one means a hard link. */
  readonly links: number;
  readonly size: number;
};

/**
 * Why nothing that a program left may be used, in one line; null if all of it may. `mayWrite` is the same as for an
 * answer.
 */
export function leftFilesProblem(
  left: readonly LeftFile[],
  mayWrite: (path: string) => boolean,
): string | null {
  for (const entry of left) {
    const problem = entryProblem(entry, mayWrite);
    if (problem !== null) return `${shownPath(entry.path)}: ${problem}`;
  }
  const files = left.filter(({ kind }) => kind === 'file');
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > answerLimits.bytes) return `more than ${answerLimits.bytes} bytes of files`;
  return pathSetProblem(files.map(({ path }) => path));
}

function entryProblem(entry: LeftFile, mayWrite: (path: string) => boolean): string | null {
  if (entry.kind !== 'file' && entry.kind !== 'folder') return `a ${entry.kind} is no file`;
  const problem = pathProblem(entry.path);
  if (problem !== null) return problem;
  if ((entry.mode & specialBits) !== 0) return 'its mode has a set-user, set-group or sticky bit';
  if (entry.kind === 'folder') return null;
  if (entry.links !== 1) return 'it is a hard link';
  return mayWrite(entry.path) ? null : 'the path is not one of those that may be written';
}

const specialBits = 0o7000;
