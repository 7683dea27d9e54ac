import type { ResultsMode } from '../settings.ts';

/** The files that one text under `results` names: where to search, and which relative paths match. */
export type FilePattern = {
  /** Folder or file without wildcards, relative to the spec's directory. */
  readonly start: string;
  /** Regular expression that JavaScript and POSIX shells read alike. */
  readonly matches: string;
};

/** Endings that a report in a folder may have. A folder also holds logs and the output of single tests. */
const reportEndings = String.raw`\.(xml|json|jsonl|ndjson|tap)`;

/**
 * Reads a path, or a glob with `*`, `**`, `?`, `[…]` and `{a,b}`. A path without wildcards is a file, or a folder with
 * everything in it that may be a report.
 */
export function filePattern(text: string): FilePattern {
  const path = text.replace(/\/+$/, '');
  const parts = path.split('/');
  const firstGlob = parts.findIndex((part) => hasWildcard(part));
  if (firstGlob === -1) {
    return { start: path, matches: `^${literal(path)}(/([^/]+/)*[^/]*${reportEndings})?$` };
  }
  return { start: parts.slice(0, firstGlob).join('/') || '.', matches: `^${partsMatching(parts)}$` };
}

/** Whether a text under `results` is a glob. */
export function hasWildcard(text: string): boolean {
  return /[*?[{]/.test(text);
}

/** The texts under `results`; none where no file is named. */
export function resultPaths(results: ResultsMode): readonly string[] {
  switch (results.kind) {
    case 'file':
      return [results.path];
    case 'files':
      return results.patterns;
    case 'auto':
    case 'exit-code':
      return [];
  }
}

/** Whether one of the patterns matches a path. */
export function isNamedBy(path: string, patterns: readonly FilePattern[]): boolean {
  return patterns.some(({ matches }) => new RegExp(matches).test(path));
}

function partsMatching(parts: readonly string[]): string {
  return parts
    .map((part, index) => {
      const isLast = index === parts.length - 1;
      if (part === '**') return isLast ? '.*' : '([^/]+/)*';
      return `${partMatching(part)}${isLast ? '' : '/'}`;
    })
    .join('');
}

const token = /\*+|\?|\[[!^]?[^\]/]+\]|\{[^{}/]*\}|./gsu;

function partMatching(part: string): string {
  return part.replaceAll(token, (found) => {
    if (found.startsWith('*')) return '[^/]*';
    if (found === '?') return '[^/]';
    if (found.length > 1 && found.startsWith('[')) return found.replace(/^\[!/, '[^').replaceAll('\\', '');
    if (found.length > 1 && found.startsWith('{')) return alternatives(found.slice(1, -1));
    return literal(found);
  });
}

function alternatives(inner: string): string {
  return `(${inner
    .split(',')
    .map((each) => partMatching(each))
    .join('|')})`;
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
