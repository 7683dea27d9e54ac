import { UserError } from '../../errors.ts';
import type { SpecEntry } from '../settings.ts';
import { escapeGlob, pathMatcher } from './path-matcher.ts';
import type { Spec } from './spec.ts';

/**
 * The specs of one commit: globs matched against its paths, `{name}` replaced. An entry with a name is one spec; an
 * entry without a name is one spec per folder with matching files.
 */
export function expandSpecs(entries: readonly SpecEntry[], match: MatchInOrder): readonly Spec[] {
  const found = entries.flatMap((entry): readonly Found[] => {
    const files = match(globsOf(entry));
    if (files.length === 0) return [];
    if (entry.name !== null) return [{ entry, files, folder: '', name: entry.name }];
    return [...byFolder(files)].map(([folder, inFolder]) => ({ entry, files: inFolder, folder, name: null }));
  });
  const names = uniqueNames(
    found.map(({ name, folder, files }) => (name === null ? placeOf(folder, files) : { given: name })),
  );
  return found.map(({ entry, files }, at) => toSpec(entry, files, names[at] ?? ''));
}

type Found = {
  readonly entry: SpecEntry;
  readonly files: readonly string[];
  readonly folder: string;
  readonly name: string | null;
};

/** Matching paths in the order of the globs; those of one glob sorted, none twice. */
export type MatchInOrder = (globs: readonly string[]) => readonly string[];

/** Matches globs against one listing and remembers the results: every spec of an entry asks for the same globs. */
export function matchingIn(paths: readonly string[]): MatchInOrder {
  const known = new Map<string, readonly string[]>();
  const matchesOf = (glob: string): readonly string[] => {
    const matches = known.get(glob) ?? paths.filter(pathMatcher([glob])).toSorted();
    known.set(glob, matches);
    return matches;
  };
  return (globs) => [...new Set(globs.flatMap((glob) => matchesOf(glob)))];
}

/** The globs of an entry's spec files, with the name filled in if the entry has one. */
export function globsOf(entry: SpecEntry): readonly string[] {
  const { name } = entry;
  return name === null ? entry.spec : entry.spec.map((glob) => glob.replaceAll('{name}', escapeGlob(name)));
}

function byFolder(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return folders;
}

// The root folder has no name, so a spec there is named after its file.
function placeOf(folder: string, files: readonly string[]): { readonly place: string } {
  const stem = (files[0] ?? '').replace(/^.*\//, '').replace(/(.)\..*$/, '$1');
  return { place: folder === '' ? stem : folder };
}

function toSpec(entry: SpecEntry, files: readonly string[], name: string): Spec {
  const inGlobs = (globs: readonly string[]): readonly string[] =>
    globs.map((glob) => glob.replaceAll('{name}', escapeGlob(name)));
  const inPath = (path: string): string => path.replaceAll('{name}', name);
  return {
    name,
    files,
    instructions: inGlobs(entry.instructions),
    writes: inGlobs(entry.writes),
    tests: inGlobs(entry.tests),
    context: inGlobs(entry.context),
    directory: inPath(entry.directory),
    setup: entry.setup === null ? null : inCommand(entry.setup, name),
    setupEnv: entry.setupEnv,
    ...(entry.git === undefined ? {} : { git: entry.git }),
    writableDeps: entry.writableDeps.map(inPath),
    test: inCommand(entry.test, name),
    results: inResults(entry.results, { inPath, inGlobs }),
    timeoutMs: entry.timeoutMs,
  };
}

function inResults(
  results: SpecEntry['results'],
  named: {
    readonly inPath: (path: string) => string;
    readonly inGlobs: (globs: readonly string[]) => readonly string[];
  },
): SpecEntry['results'] {
  if (results.kind === 'file') return { kind: 'file', path: named.inPath(results.path) };
  return results.kind === 'files' ? { kind: 'files', patterns: named.inGlobs(results.patterns) } : results;
}

// A folder's name comes from the author of the commit, and a shell would read it.
function inCommand(command: string, name: string): string {
  if (!command.includes('{name}')) return command;
  if (/^[\w@%+=][\w@%+=:,./-]*$/.test(name)) return command.replaceAll('{name}', name);
  throw new UserError(
    'CONFIG_INVALID',
    `the spec name ${JSON.stringify(name)} cannot be put into a command in place of \`{name}\`.`,
    'Use only letters, digits, `-`, `_` and `.` in the name of the folder, or give the entry a `name`.',
  );
}

/** How a spec gets its name: given by the user, or from the end of its path. */
export type Naming = { readonly given: string } | { readonly place: string };

/**
 * A different name for each spec, in the given order. Names from paths use the last part, and as many parts more as
 * are needed to tell them apart.
 */
function uniqueNames(namings: readonly Naming[]): readonly string[] {
  refuseRepeated(namings.flatMap((naming) => ('given' in naming ? [naming.given] : [])));
  const most = Math.max(
    1,
    ...namings.map((naming) => ('place' in naming ? naming.place.split('/').length : 1)),
  );
  let parts = namings.map(() => 1);
  for (let turn = 1; turn < most; turn += 1) {
    const names = namings.map((naming, at) => nameOf(naming, parts[at] ?? 1));
    const repeated = new Set(names.filter((name, at) => names.indexOf(name) !== at));
    parts = parts.map((count, at) => (repeated.has(names[at] ?? '') ? count + 1 : count));
  }
  return numbered(namings, parts);
}

function nameOf(naming: Naming, parts: number): string {
  return 'given' in naming ? naming.given : naming.place.split('/').slice(-parts).join('/');
}

/** Two entries may use the same folder: the second becomes `folder-2`. Names given by the user are never changed. */
function numbered(namings: readonly Naming[], parts: readonly number[]): readonly string[] {
  const taken = new Set(namings.flatMap((naming) => ('given' in naming ? [naming.given] : [])));
  return namings.map((naming, at) => {
    const name = nameOf(naming, parts[at] ?? 1);
    if ('given' in naming) return name;
    let unique = name;
    for (let count = 2; taken.has(unique); count += 1) unique = `${name}-${count}`;
    taken.add(unique);
    return unique;
  });
}

function refuseRepeated(names: readonly string[]): void {
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated === undefined) return;
  throw new UserError(
    'CONFIG_INVALID',
    `two entries of \`specs\` are called \`${repeated}\`.`,
    'Give each of them its own `name`.',
  );
}
