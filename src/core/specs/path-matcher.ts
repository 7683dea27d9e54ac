import picomatch from 'picomatch';

/**
 * Returns a function that tells whether a path matches a list of globs: at least one of them, and none that starts
 * with `!`. A glob that names a folder also matches everything below it. Dot files match like any other.
 */
export function pathMatcher(patterns: readonly string[]): (path: string) => boolean {
  const wanted = patterns.filter((pattern) => !isNegation(pattern)).map((pattern) => matcherOf(pattern));
  const unwanted = patterns.filter(isNegation).map((pattern) => matcherOf(pattern.slice(1)));
  return (path) => wanted.some((matches) => matches(path)) && !unwanted.some((matches) => matches(path));
}

/** Whether a glob excludes paths; `!(…)` is an alternative, not a negation. */
export function isNegation(pattern: string): boolean {
  return pattern.startsWith('!') && !pattern.startsWith('!(');
}

/** The glob that matches exactly this text. */
export function escapeGlob(text: string): string {
  return text.replaceAll(/[\\*?[\]{}()!|]/g, String.raw`\$&`);
}

function matcherOf(pattern: string): (path: string) => boolean {
  const plain = pattern.replace(/^(?:\.\/+)+/, '').replace(/\/+$/, '');
  if (plain === '' || plain === '.') return () => true;
  // A commit has many paths, most of them elsewhere, so the part before the first wildcard is compared first.
  const { base, isGlob } = picomatch.scan(plain);
  if (isGlob !== true && !plain.includes('\\')) {
    return (path) => path === plain || path.startsWith(`${plain}/`);
  }
  const start = plain.includes('\\') ? '' : base;
  const matches = picomatch([plain, `${plain}/**`], { dot: true, nonegate: true });
  return (path) => path.startsWith(start) && matches(path);
}
