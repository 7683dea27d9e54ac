import type { CasePlace } from './formats/report-format.ts';

/** The paths of a workspace: absolute, as requested and as the file system resolves them. */
export type Root = readonly string[];

const nameLimit = 500;
const fileEnding = /\.(?:[cm]?[jt]sx?|py|go|rb|rs|php|java|kts?|cs|swift|exs?|lua|sh)$/;

/** The id of a test, file > nested suites > name; null for a runner's entry about a whole file, which is not a test. */
export function caseId(place: CasePlace, root: Root): string | null {
  const file = caseFile(place.file, root);
  const names = place.names.map((name) => oneLine(withoutRoot(name, root)) || '(unnamed)');
  if (names.length === 0 || isFileEntry(file, names)) return null;
  const parts = file !== '' && (names.length === 1 || names[0] !== file) ? [file, ...names] : names;
  return parts.join(' > ');
}

/** A file path as ids contain it. */
export function caseFile(file: string, root: Root): string {
  return oneLine(withoutRoot(file, root)).replace(/^\.\//, '');
}

/** The file that an id names; null if its first part is not a file. */
export function fileOfCase(id: string): string | null {
  const end = id.indexOf(' > ');
  const file = end === -1 ? id : id.slice(0, end);
  return fileEnding.test(file) ? file : null;
}

/** Removes the workspace's own path from a text, so that two workspaces give the same ids and messages. */
export function withoutRoot(text: string, root: Root): string {
  return root
    .filter((path) => path.length > 1)
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, path) => withoutPath(rest, path.replace(/\/+$/, '')), text);
}

/**
 * node:test and vitest report a file that crashed at import as if it were a test whose name is only a path. If the
 * runner names no file, only a name without blanks is taken for a path.
 */
function isFileEntry(file: string, names: readonly string[]): boolean {
  const name = names.at(-1) ?? '';
  if (!fileEnding.test(name) || (file === '' && /\s/.test(name))) return false;
  return [file, ...names].every((part) => part === '' || part === name || part.endsWith(`/${name}`));
}

function withoutPath(text: string, path: string): string {
  const spellings = [`file://${encodeURI(path)}`, `file://${path}`, path];
  return spellings.reduce((rest, spelling) => {
    if (!rest.includes(spelling)) return rest;
    const literal = spelling.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    return rest
      .replaceAll(new RegExp(String.raw`(?<![\w.-])${literal}/`, 'g'), '')
      .replaceAll(new RegExp(String.raw`(?<![\w.-])${literal}(?![\w.-])`, 'g'), '.');
  }, text);
}

function oneLine(text: string): string {
  return clip(text.replaceAll(/\s+/g, ' ').trim(), nameLimit);
}

/** Cuts a text to a number of UTF-16 units without leaving half a character. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '');
}
