import picomatch from 'picomatch';

/** What the `writes` globs of a spec say about paths that setup left in the tree. */
export type WriteArea = {
  /** Whether a model may write this path. */
  covers(path: string): boolean;
  /** Whether a pattern that names a folder can match something inside this one, so that we must look into it. */
  reachesInto(folder: string): boolean;
};

/** Reads the globs as git paths: relative, with `/`, dot files included; `!` excludes. */
export function writeArea(writes: readonly string[]): WriteArea {
  const positive = writes.filter((glob) => !glob.startsWith('!'));
  const negative = writes.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const isWanted = picomatch(positive, { dot: true });
  const isTaken = negative.length === 0 ? () => false : picomatch(negative, { dot: true });
  // A pattern without a fixed first folder, such as `**/*.py`, concerns no folder in particular. Searching a virtual
  // environment for its matches would take the environment apart.
  const bases = positive
    .map((glob) => picomatch.scan(glob).base)
    .filter((base) => base !== '' && base !== '.');
  return {
    covers: (path) => isWanted(path) && !isTaken(path),
    reachesInto: (folder) =>
      bases.some((base) => base === folder || base.startsWith(`${folder}/`) || folder.startsWith(`${base}/`)),
  };
}
