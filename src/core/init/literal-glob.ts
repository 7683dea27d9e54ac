/** A glob that matches one path. Config files refuse backslashes, so each special character becomes `?`. */
export function literalGlob(path: string): string {
  return path.replaceAll(/[*?[\]{}()!|\\]/g, '?');
}
