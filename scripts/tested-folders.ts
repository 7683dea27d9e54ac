import { dirname } from 'node:path';

/**
 * The folders whose own unit tests say most about these changed files: those of source files, each once. Documents,
 * fixtures and what is generated have no test beside them.
 */
export function testedFolders(changed: readonly string[]): readonly string[] {
  const sources = changed.filter((path) => /^(?:src|scripts|bench)\/.*\.(?:ts|mjs|cjs)$/.test(path));
  return [...new Set(sources.map((path) => dirname(path)))].toSorted();
}
