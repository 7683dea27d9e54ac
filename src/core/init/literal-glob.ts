/** A glob for one path as a config file may hold it: backslashes are refused there, so a special character is any one. */
export function literalGlob(path: string): string {
  return path.replaceAll(/[*?[\]{}()!|\\]/g, '?');
}
