import picomatch from 'picomatch';

/**
 * Returns a function that tells whether a path matches a list of globs: at least one of them, and none that starts
 * with `!`. A glob that names a folder also matches everything below it. Dot files match like any other.
 */
export function pathMatcher(patterns: readonly string[]): (path: string) => boolean {
  const isWanted = matchesAny(patterns.filter((pattern) => !isNegation(pattern)));
  const isUnwanted = matchesAny(patterns.filter(isNegation).map((pattern) => pattern.slice(1)));
  return (path) => isWanted(path) && !isUnwanted(path);
}

/** Whether a glob excludes paths; `!(…)` is an alternative, not a negation. */
export function isNegation(pattern: string): boolean {
  return pattern.startsWith('!') && !pattern.startsWith('!(');
}

/** The glob that matches exactly this text. */
export function escapeGlob(text: string): string {
  return text.replaceAll(/[\\*?[\]{}()!|]/g, String.raw`\$&`);
}

function matchesAny(patterns: readonly string[]): (path: string) => boolean {
  const plain = patterns.map((pattern) => pattern.replace(/^(?:\.\/+)+/, '').replace(/\/+$/, ''));
  const isAtAnyDepth = matcherAtAnyDepth(plain.flatMap((pattern) => nameAtAnyDepth(pattern) ?? []));
  const others = plain.filter((pattern) => nameAtAnyDepth(pattern) === null).map(matcherOf);
  return (path) => others.some((matches) => matches(path)) || isAtAnyDepth(path);
}

// What stands behind the first `**/`; null where signs are in it that mean more than a name or a plain wildcard.
function nameAtAnyDepth(pattern: string): string | null {
  const [, name] = /^\*\*\/(?!\*\*|\.*\/)([\w.*?{},[\]/-]+)$/.exec(pattern) ?? [];
  return name ?? null;
}

// Lists of names that count at any depth are long, and every path of a commit is compared with them. As one expression
// they cost a twentieth of as many single globs. What may follow each of them stands in it once: the first use of an
// expression takes a millisecond for every 2 kB.
function matcherAtAnyDepth(names: readonly string[]): (path: string) => boolean {
  if (names.length === 0) return () => false;
  const sourceOf = (glob: string): string => picomatch.makeRe(glob, { ...options, contains: true }).source;
  const expression = new RegExp(`(?:^|/)(?:${names.map(sourceOf).join('|')})${sourceOf('/**')}?$`);
  return (path) => expression.test(path);
}

function matcherOf(pattern: string): (path: string) => boolean {
  if (pattern === '' || pattern === '.') return () => true;
  // The usual `writes` is a folder, and compiling a glob costs more than all comparisons with it.
  const folder = pattern.replace(/\/\*\*$/, '');
  if (picomatch.scan(folder).isGlob !== true && !folder.includes('\\')) {
    return (path) => path === folder || path.startsWith(`${folder}/`);
  }
  // A commit has many paths, most of them elsewhere, so the part before the first wildcard is compared first.
  const { base } = picomatch.scan(pattern);
  const start = pattern.includes('\\') ? '' : base;
  const matches = picomatch([pattern, `${pattern}/**`], options);
  return (path) => path.startsWith(start) && matches(path);
}

const options = { dot: true, nonegate: true };
