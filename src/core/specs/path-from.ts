/** The path of the tree that a file names from its own folder; null if it leads out of the tree, or names its root. */
export function pathFrom(path: string, name: string): string | null {
  if (/^[/~]/.test(name) || name.includes('\\')) return null;
  const parts = path.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length === 0 ? null : parts.join('/');
}
